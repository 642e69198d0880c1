import { type PackedPart, type Part, pack } from '../../../archive/zip.ts';
import { layOutCarried } from '../../../workbook/carried.ts';
import { hiddenNames, type PackWorkbookBody } from '../../../workbook/pack.ts';
import { type HiddenSheet, writeHiddenSheet } from '../hidden.ts';
import { skeletonOf } from '../skeleton.ts';
import { SharedStrings } from '../strings.ts';
import { type ConditionLook, UsedStyles } from '../style.ts';
import { tableFile, writeTable } from '../table.ts';
import { ValidationLists } from '../validation.ts';
import { sheetParts, sheetPath } from '../workbook.ts';

/** The part of a pack's workbook that no contract changes. */
export type WrittenBody = {
  /** The sheets of the members, the hidden ones, their strings and tables, ready for an archive. */
  readonly parts: readonly PackedPart[];
  readonly hidden: readonly HiddenSheet[];
  readonly tables: number;
  readonly conditions: readonly ConditionLook[];
  /** The styles of the members: they come first, so that those of an overview change none of their numbers. */
  readonly used: UsedStyles;
};

/** Writes the members of a pack, the first of them as the second sheet: an overview stands before it. */
export function writeBody(body: PackWorkbookBody): WrittenBody {
  const sheets = body.members.map(({ sheet }) => sheet);
  const lists = new ValidationLists(sheets);
  const hidden = hiddenSheets(body, lists);
  const used = new UsedStyles(sheets);
  const looks = sheets.flatMap((sheet) => sheet.conditions);
  const conditions = looks.map(({ bold, fill, colour }) => ({ bold, fill, colour }));
  const tables = sheets.flatMap(({ table }) => table ?? []);
  const { styleNumbers, conditionNumbers } = skeletonOf({
    sheets: 1 + sheets.length + hidden.length,
    tables: tables.length,
    font: body.font,
    styles: used.list,
    conditions,
  });
  const strings = new SharedStrings();
  const shared = {
    styles: { numberOf: (cell: Parameters<UsedStyles['placeOf']>[0]) => styleNumbers[used.placeOf(cell)]! },
    texts: strings,
    lists,
    tables,
    conditions: new Map(looks.map((one, index) => [one, conditionNumbers[index]!])),
  };
  const parts: Part[] = [
    ...sheets.flatMap((sheet, index) => sheetParts(sheet, 1 + index, shared)),
    ...hidden.map((sheet, index) => ({
      path: sheetPath(1 + sheets.length + index),
      text: writeHiddenSheet(sheet, strings),
    })),
  ];
  const after: Part[] = [
    { path: 'xl/sharedStrings.xml', text: strings.toXml() },
    ...tables.map((table, index) => ({
      path: `xl/tables/${tableFile(index)}`,
      text: writeTable(table, index),
    })),
  ];
  return { parts: [...parts, ...after].map(pack), hidden, tables: tables.length, conditions, used };
}

/** Lists of values, where there have to be some, then a sheet for what each member carries. */
function hiddenSheets(body: PackWorkbookBody, lists: ValidationLists): HiddenSheet[] {
  const { carried } = hiddenNames(body);
  return [
    ...lists.sheet(),
    ...body.members.map(({ carries }, index) => ({
      name: carried[index]!,
      columns: layOutCarried(carries),
    })),
  ];
}
