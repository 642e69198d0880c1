import type { Workbook } from 'exceljs';
import { sheetRange } from '../../workbook/address.ts';
import type { DefinedName, WorkbookDocument } from '../../workbook/tree.ts';
import { addCarried } from './carried.ts';
import { type NamedRange, newWorkbook } from './exceljs.ts';
import { buildSheet } from './sheet.ts';
import { StyleSheet } from './style.ts';
import { ValidationLists } from './validation.ts';

/** The tree as a workbook of exceljs, with the named ranges, which are handed over beside it. */
export function buildWorkbook(document: WorkbookDocument): {
  workbook: Workbook;
  names: readonly NamedRange[];
} {
  const workbook = newWorkbook();
  setProperties(workbook, document);
  const styles = new StyleSheet();
  const lists = new ValidationLists(document.sheets.map(({ name }) => name));
  for (const sheet of document.sheets) buildSheet(workbook, sheet, styles, lists);
  lists.writeTo(workbook);
  addCarried(workbook, document);
  // Everything is in view when the file opens, on the first sheet.
  workbook.views = [
    { x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];
  return { workbook, names: document.names.map(toNamedRange) };
}

function setProperties(workbook: Workbook, { properties, language }: WorkbookDocument): void {
  const date = new Date(`${properties.date}T00:00:00Z`);
  workbook.created = date;
  workbook.modified = date;
  workbook.creator = properties.author;
  workbook.lastModifiedBy = properties.author;
  workbook.company = properties.author;
  workbook.title = properties.title;
  workbook.subject = properties.subject;
  workbook.keywords = properties.keywords.join(', ');
  Object.assign(workbook, { language });
}

function toNamedRange({ name, sheet, range }: DefinedName): NamedRange {
  return { name, ranges: [sheetRange(sheet, range)] };
}
