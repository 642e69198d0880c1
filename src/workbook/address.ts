import type { Range } from './tree.ts';

/** `C` for 3, `AA` for 27. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return rest > 0 ? columnLetters(rest) + last : last;
}

/** `C5`. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** `C5:D9`, or `C5` for a single cell. */
export function rangeAddress(range: Range): string {
  const first = cellAddress(range.top, range.left);
  const last = cellAddress(range.bottom, range.right);
  return first === last ? first : `${first}:${last}`;
}

/** `'Matrix'!$C$5:$D$9`. */
export function sheetRange(sheet: string, range: Range): string {
  const first = absolute(range.top, range.left);
  const last = absolute(range.bottom, range.right);
  return `'${sheet.replaceAll("'", "''")}'!${first === last ? first : `${first}:${last}`}`;
}

function absolute(row: number, column: number): string {
  return `$${columnLetters(column)}$${row}`;
}
