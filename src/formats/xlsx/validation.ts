import type { Workbook } from 'exceljs';
import { sheetRange } from '../../workbook/address.ts';
import { sheetNames } from '../../workbook/names.ts';
import type { Validation } from '../../workbook/tree.ts';
import type { RangeValidation } from './exceljs.ts';
import { cut, escapeText } from './text.ts';

/** Excel reads a list inside a validation up to this length, quotes not counted. */
const LONGEST_LIST = 255;
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 225;

/**
 * Lists of values that are too long to stand in a validation, or hold its comma: each becomes a column of a sheet
 * that Excel neither shows nor offers to show.
 */
export class ValidationLists {
  readonly #sheet: string;
  readonly #columns: (readonly string[])[] = [];

  constructor(sheets: readonly string[]) {
    this.#sheet = sheetNames([...sheets, 'Lists']).at(-1)!;
  }

  /** The range in which the list will stand. */
  rangeOf(values: readonly string[]): string {
    const column = this.#columns.push(values);
    return sheetRange(this.#sheet, { top: 1, left: column, bottom: values.length, right: column });
  }

  writeTo(workbook: Workbook): void {
    if (this.#columns.length === 0) return;
    const sheet = workbook.addWorksheet(this.#sheet, { state: 'veryHidden' });
    this.#columns.forEach((values, column) => {
      values.forEach((value, row) => {
        sheet.getRow(row + 1).getCell(column + 1).value = escapeText(value);
      });
    });
  }
}

/** Others than the listed values are questioned rather than refused: a code set may grow. */
export function toValidation(validation: Validation, lists: ValidationLists): RangeValidation {
  const { allowed, title, message } = validation;
  const list = allowed.join(',');
  const fits = list.length <= LONGEST_LIST && allowed.every((value) => !value.includes(','));
  return {
    type: 'list',
    formulae: [fits ? `"${escapeText(list).replaceAll('"', '""')}"` : lists.rangeOf(allowed)],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: escapeText(cut(title, LONGEST_TITLE)),
    error: escapeText(cut(message, LONGEST_MESSAGE)),
  };
}
