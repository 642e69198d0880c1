import { rangeAddress, sheetRange } from '../../workbook/address.ts';
import { sheetNames } from '../../workbook/names.ts';
import type { Sheet, Validation } from '../../workbook/tree.ts';
import type { HiddenSheet } from './hidden.ts';
import { cut, escapeText } from './text.ts';
import { escapeXml } from './xml.ts';

/** Excel reads a list inside a validation up to this length, quotes not counted. */
const LONGEST_LIST = 255;
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 225;

/**
 * The lists of values that the validations of a workbook offer. Those that are too long to stand in a validation, or
 * hold its comma, each become a column of a hidden sheet.
 */
export class ValidationLists {
  readonly #sheet: string;
  readonly #columns: (readonly string[])[];

  constructor(sheets: readonly Sheet[]) {
    this.#sheet = sheetNames([...sheets.map(({ name }) => name), 'Lists']).at(-1)!;
    this.#columns = sheets
      .flatMap(({ validations }) => validations.map(({ allowed }) => allowed))
      .filter((allowed) => !fitsInside(allowed));
  }

  /** The list as a formula: its values, or the range where they stand. */
  formulaOf(allowed: readonly string[]): string {
    if (fitsInside(allowed)) return `"${escapeText(allowed.join(',')).replaceAll('"', '""')}"`;
    const column = this.#columns.indexOf(allowed) + 1;
    return sheetRange(this.#sheet, { top: 1, left: column, bottom: allowed.length, right: column });
  }

  /** The hidden sheet, where there has to be one. */
  sheet(): HiddenSheet[] {
    return this.#columns.length > 0 ? [{ name: this.#sheet, columns: this.#columns }] : [];
  }
}

function fitsInside(allowed: readonly string[]): boolean {
  return allowed.join(',').length <= LONGEST_LIST && allowed.every((value) => !value.includes(','));
}

/** Others than the listed values are questioned rather than refused: a code set may grow (CT_DataValidations). */
export function writeValidations(validations: readonly Validation[], lists: ValidationLists): string {
  if (validations.length === 0) return '';
  const written = validations.map(({ range, allowed, title, message }) => {
    const question =
      `errorTitle="${escapeXml(escapeText(cut(title, LONGEST_TITLE)))}" ` +
      `error="${escapeXml(escapeText(cut(message, LONGEST_MESSAGE)))}"`;
    return (
      '<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" ' +
      `${question} sqref="${rangeAddress(range)}">` +
      `<formula1>${escapeXml(lists.formulaOf(allowed))}</formula1></dataValidation>`
    );
  });
  return `<dataValidations count="${validations.length}">${written.join('')}</dataValidations>`;
}
