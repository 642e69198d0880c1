import { sheetRange } from '../../workbook/address.ts';
import type { WorkbookDocument } from '../../workbook/tree.ts';
import type { HiddenSheet } from './hidden.ts';
import { relationId } from './relations.ts';
import { declaration, escapeXml, relationships, spreadsheet } from './xml.ts';

/**
 * The part that lists a workbook's sheets, the hidden ones last, and its names (ECMA-376, CT_Workbook). Everything is in
 * view when the file opens, on the first sheet.
 */
export function writeContents({ sheets, names }: WorkbookDocument, hidden: readonly HiddenSheet[]): string {
  const states = [
    ...sheets.map(({ name }) => ({ name, state: 'visible' })),
    ...hidden.map(({ name }) => ({ name, state: 'veryHidden' })),
  ];
  const listed = states.map(
    ({ name, state }, index) =>
      `<sheet sheetId="${index + 1}" name="${escapeXml(name)}" state="${state}" r:id="${relationId(index)}"/>`,
  );
  const defined = [
    ...names.map(({ name, sheet, range }) =>
      writeName(`name="${escapeXml(name)}"`, sheetRange(sheet, range)),
    ),
    ...sheets.flatMap(writeTitleRows),
  ];
  return (
    `${declaration}<workbook xmlns="${spreadsheet}" xmlns:r="${relationships}">` +
    '<workbookPr filterPrivacy="1" defaultThemeVersion="164011"/>' +
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="14000" firstSheet="0" activeTab="0"/></bookViews>' +
    `<sheets>${listed.join('')}</sheets>` +
    (defined.length > 0 ? `<definedNames>${defined.join('')}</definedNames>` : '') +
    '<calcPr calcId="171027"/></workbook>'
  );
}

/** The rows that are printed on every page of a sheet: a name that Excel keeps for this. */
function writeTitleRows({ name, print }: WorkbookDocument['sheets'][number], index: number): string[] {
  if (print.titleRows === undefined) return [];
  const [first, last] = print.titleRows;
  const about = `name="_xlnm.Print_Titles" localSheetId="${index}"`;
  return [writeName(about, `'${name.replaceAll("'", "''")}'!$${first}:$${last}`)];
}

function writeName(about: string, place: string): string {
  return `<definedName ${about}>${escapeXml(place)}</definedName>`;
}
