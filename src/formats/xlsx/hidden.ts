import { cellAddress } from '../../workbook/address.ts';
import { carriedSheetName, layOutCarried } from '../../workbook/carried.ts';
import type { WorkbookDocument } from '../../workbook/tree.ts';
import type { SharedStrings } from './strings.ts';
import { declaration, spreadsheet } from './xml.ts';

/** A sheet that Excel neither shows nor offers to show: texts for formulas and programs, column by column. */
export type HiddenSheet = { readonly name: string; readonly columns: readonly (readonly string[])[] };

/** The sheet of the texts that the workbook carries, where it carries any; `taken` are the names of the other sheets. */
export function carriedSheet({ carries = [] }: WorkbookDocument, taken: readonly string[]): HiddenSheet[] {
  return carries.length > 0 ? [{ name: carriedSheetName(taken), columns: layOutCarried(carries) }] : [];
}

/** The part of a hidden sheet (ECMA-376, CT_Worksheet). */
export function writeHiddenSheet({ columns }: HiddenSheet, strings: SharedStrings): string {
  const height = Math.max(...columns.map(({ length }) => length));
  const rows = Array.from({ length: height }, (_, row) => {
    const cells = columns.map((texts, column) => {
      const text = texts[row];
      if (text === undefined) return '';
      return `<c r="${cellAddress(row + 1, column + 1)}" t="s"><v>${strings.numberOf(text)}</v></c>`;
    });
    return `<row r="${row + 1}">${cells.join('')}</row>`;
  });
  return `${declaration}<worksheet xmlns="${spreadsheet}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}
