import { cellAddress, rangeAddress, sheetRange } from '../../workbook/address.ts';
import type { Condition, Sheet, SheetTable } from '../../workbook/tree.ts';
import { writePage } from './page.ts';
import { type Relation, relationId } from './relations.ts';
import { type CellLink, writeRows } from './rows.ts';
import type { CellTexts } from './strings.ts';
import { argb, type StyleNumbers } from './style.ts';
import { tableFile } from './table.ts';
import { escapeText } from './text.ts';
import { type ValidationLists, writeValidations } from './validation.ts';
import { declaration, escapeXml, relationships, spreadsheet } from './xml.ts';

/** What the sheets of one workbook share. */
export type Shared = {
  readonly styles: StyleNumbers;
  readonly texts: CellTexts;
  readonly lists: ValidationLists;
  readonly tables: readonly SheetTable[];
  /** The number that each condition's look has in the part of the styles. */
  readonly conditions: ReadonlyMap<Condition, number>;
};

export type WrittenSheet = { readonly xml: string; readonly relations: readonly Relation[] };

/** The part of a sheet (ECMA-376, CT_Worksheet, whose order of elements is fixed), with the relations that it cites. */
export function writeSheet(sheet: Sheet, shared: Shared): WrittenSheet {
  const { xml: rows, width, links } = writeRows(sheet.rows, shared.styles, shared.texts);
  const relations = relate(sheet, links, shared);
  const xml =
    `${declaration}<worksheet xmlns="${spreadsheet}" xmlns:r="${relationships}">` +
    writeProperties(sheet) +
    `<dimension ref="${rangeAddress({ top: 1, left: 1, bottom: sheet.rows.length || 1, right: width || 1 })}"/>` +
    writeView(sheet) +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    writeColumns(sheet) +
    `<sheetData>${rows}</sheetData>` +
    writeMerges(sheet) +
    writeConditions(sheet, shared) +
    writeValidations(sheet.validations, shared.lists) +
    writeLinks(links) +
    writePage(sheet.print) +
    // Clause numbers such as 1.2 are text: without this, Excel hangs a green triangle on each.
    '<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>' +
    writeTablePart(relations) +
    '</worksheet>';
  return { xml, relations };
}

/** The addresses that links of the sheet lead to, in their order, then its table. */
function relate({ table }: Sheet, links: readonly CellLink[], { tables }: Shared): Relation[] {
  const addresses = links.flatMap(({ target }) => ('url' in target ? [target.url] : []));
  return [
    ...addresses.map((target) => ({ type: 'hyperlink', target })),
    ...(table ? [{ type: 'table', target: `../tables/${tableFile(tables.indexOf(table))}` }] : []),
  ];
}

function writeTablePart(relations: readonly Relation[]): string {
  const index = relations.findIndex(({ type }) => type === 'table');
  if (index < 0) return '';
  return `<tableParts count="1"><tablePart r:id="${relationId(index)}"/></tableParts>`;
}

function writeProperties({ tabColour }: Sheet): string {
  const tab = tabColour ? `<tabColor rgb="${argb(tabColour)}"/>` : '';
  return `<sheetPr>${tab}<pageSetUpPr fitToPage="1"/></sheetPr>`;
}

function writeView({ freeze, zoom }: Sheet): string {
  const view = `showGridLines="0" zoomScale="${zoom}" zoomScaleNormal="${zoom}" workbookViewId="0"`;
  return `<sheetViews><sheetView ${view}>${writeFreeze(freeze)}</sheetView></sheetViews>`;
}

function writeFreeze({ rows, columns }: Sheet['freeze']): string {
  if (rows === 0 && columns === 0) return '';
  const pane = columns === 0 ? 'bottomLeft' : rows === 0 ? 'topRight' : 'bottomRight';
  const split = (columns > 0 ? ` xSplit="${columns}"` : '') + (rows > 0 ? ` ySplit="${rows}"` : '');
  const corner = cellAddress(rows + 1, columns + 1);
  return `<pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`;
}

function writeColumns({ columns }: Sheet): string {
  if (columns.length === 0) return '';
  const written = columns.map(({ width, hidden }, index) => {
    const place = `min="${index + 1}" max="${index + 1}"`;
    return `<col ${place} width="${width}"${hidden ? ' hidden="1"' : ''} customWidth="1"/>`;
  });
  return `<cols>${written.join('')}</cols>`;
}

function writeMerges({ merges }: Sheet): string {
  if (merges.length === 0) return '';
  const written = merges.map((range) => `<mergeCell ref="${rangeAddress(range)}"/>`);
  return `<mergeCells count="${merges.length}">${written.join('')}</mergeCells>`;
}

function writeConditions({ conditions }: Sheet, { conditions: numbers }: Shared): string {
  const written = conditions.map((condition, index) => {
    const rule = `<cfRule type="expression" dxfId="${numbers.get(condition)}" priority="${index + 1}">`;
    const formula = `<formula>${escapeXml(escapeText(condition.formula))}</formula>`;
    const range = rangeAddress(condition.range);
    return `<conditionalFormatting sqref="${range}">${rule}${formula}</cfRule></conditionalFormatting>`;
  });
  return written.join('');
}

/** A link to another sheet is a place in this file; one to the web is a relation of the sheet. */
function writeLinks(links: readonly CellLink[]): string {
  if (links.length === 0) return '';
  let outward = 0;
  const written = links.map(({ address, target }) => {
    const goal =
      'url' in target
        ? `r:id="${relationId(outward++)}"`
        : `location="${escapeXml(firstCellOf(target.sheet))}"`;
    return `<hyperlink ref="${address}" ${goal}/>`;
  });
  return `<hyperlinks>${written.join('')}</hyperlinks>`;
}

function firstCellOf(sheet: string): string {
  return sheetRange(sheet, { top: 1, left: 1, bottom: 1, right: 1 }).replaceAll('$', '');
}
