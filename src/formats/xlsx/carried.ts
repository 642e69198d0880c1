import type { Workbook } from 'exceljs';
import { carriedSheetName, layOutCarried } from '../../workbook/carried.ts';
import type { WorkbookDocument } from '../../workbook/tree.ts';
import { escapeText } from './text.ts';

/** Adds the sheet of the texts that the workbook carries, for programs to read. */
export function addCarried(workbook: Workbook, { carries, sheets }: WorkbookDocument): void {
  if (carries === undefined || carries.length === 0) return;
  const name = carriedSheetName([
    ...sheets.map((sheet) => sheet.name),
    ...workbook.worksheets.map((sheet) => sheet.name),
  ]);
  const sheet = workbook.addWorksheet(name, { state: 'veryHidden' });
  layOutCarried(carries).forEach((pieces, column) => {
    pieces.forEach((piece, row) => {
      sheet.getRow(row + 1).getCell(column + 1).value = escapeText(piece);
    });
  });
}
