import type { PackedPart, Part } from '../../archive/zip.ts';
import type { Sheet, WorkbookDocument } from '../../workbook/tree.ts';
import { writeContents } from './contents.ts';
import { carriedSheet, type HiddenSheet, writeHiddenSheet } from './hidden.ts';
import { writeAppProperties, writeCoreProperties } from './properties.ts';
import { writeRelations } from './relations.ts';
import { type Shared, writeSheet } from './sheet.ts';
import { type Skeleton, skeletonOf } from './skeleton.ts';
import { SharedStrings } from './strings.ts';
import { UsedStyles } from './style.ts';
import { tableFile, writeTable } from './table.ts';
import { ValidationLists } from './validation.ts';

/**
 * The parts of a workbook. What follows from its shape, exceljs's styles among it, may have been made for another workbook
 * of that shape; what the document says is written straight from its tree.
 */
export function writeWorkbook(document: WorkbookDocument): readonly (Part | PackedPart)[] {
  const { sheets, font } = document;
  const names = sheets.map(({ name }) => name);
  const lists = new ValidationLists(sheets);
  const hidden = [...lists.sheet(), ...carriedSheet(document, [...names, ...lists.sheet().map(nameOf)])];
  const used = new UsedStyles(sheets);
  const conditions = sheets.flatMap((sheet) => sheet.conditions);
  const tables = sheets.flatMap(({ table }) => table ?? []);
  const skeleton = skeletonOf({
    sheets: sheets.length + hidden.length,
    tables: tables.length,
    font,
    styles: used.list,
    conditions: conditions.map(({ bold, fill, colour }) => ({ bold, fill, colour })),
  });
  const strings = new SharedStrings();
  return arrange(document, hidden, skeleton, strings, {
    texts: strings,
    lists,
    tables,
    styles: { numberOf: (cell) => skeleton.styleNumbers[used.placeOf(cell)]! },
    conditions: new Map(conditions.map((one, index) => [one, skeleton.conditionNumbers[index]!])),
  });
}

/** In the order in which Excel writes them: the strings after the sheets, which say what they are. */
function arrange(
  document: WorkbookDocument,
  hidden: readonly HiddenSheet[],
  { parts }: Skeleton,
  strings: SharedStrings,
  shared: Shared,
): (Part | PackedPart)[] {
  const kept = (path: string) => parts.get(path)!;
  const names = [...document.sheets, ...hidden].map(nameOf);
  return [
    kept('[Content_Types].xml'),
    kept('_rels/.rels'),
    kept('xl/_rels/workbook.xml.rels'),
    ...writeSheets(document, hidden, strings, shared),
    { path: 'xl/sharedStrings.xml', text: strings.toXml() },
    ...shared.tables.map((table, index) => ({
      path: `xl/tables/${tableFile(index)}`,
      text: writeTable(table, index),
    })),
    kept('xl/theme/theme1.xml'),
    kept('xl/styles.xml'),
    { path: 'docProps/app.xml', text: writeAppProperties(document, names) },
    { path: 'docProps/core.xml', text: writeCoreProperties(document) },
    { path: 'xl/workbook.xml', text: writeContents(document, hidden) },
  ];
}

function writeSheets(
  { sheets }: WorkbookDocument,
  hidden: readonly HiddenSheet[],
  strings: SharedStrings,
  shared: Shared,
): Part[] {
  const shown = sheets.flatMap((sheet, index) => sheetParts(sheet, index, shared));
  const unseen = hidden.map((sheet, index) => ({
    path: sheetPath(sheets.length + index),
    text: writeHiddenSheet(sheet, strings),
  }));
  return [...shown, ...unseen];
}

/** The part of a sheet at a place in its workbook, and the part of its relations where it has some. */
export function sheetParts(sheet: Sheet, index: number, shared: Shared): Part[] {
  const { xml, relations } = writeSheet(sheet, shared);
  const part = { path: sheetPath(index), text: xml };
  if (relations.length === 0) return [part];
  return [part, { path: `xl/worksheets/_rels/sheet${index + 1}.xml.rels`, text: writeRelations(relations) }];
}

export function sheetPath(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
