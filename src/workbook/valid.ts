import { cellAddress, rangeAddress } from './address.ts';
import { headerNames, sheetNames } from './names.ts';
import type { Range, Sheet, WorkbookDocument } from './tree.ts';

/** What an Excel cell can hold, in UTF-16 code units. */
export const LONGEST_CELL = 32_767;

/** What Excel can show of a row, in points. */
export const HIGHEST_ROW = 409;

/**
 * Throws where a tree breaks a rule of Excel's: it would be written without complaint and Excel would call the file
 * damaged. Faults in what users wrote are found earlier; what arrives here is a bug of the program that built the tree.
 */
export function assertWorkbook(workbook: WorkbookDocument): void {
  const names = workbook.sheets.map(({ name }) => name);
  const faults = [
    ...(names.length === 0 ? ['a workbook needs a sheet'] : []),
    ...differences('sheet name', names, sheetNames(names)),
    ...repeated('table or range name', [
      ...workbook.names.map(({ name }) => name),
      ...workbook.sheets.flatMap(({ table }) => table?.name ?? []),
    ]),
    ...workbook.sheets.flatMap(faultsOfSheet),
  ];
  if (faults.length > 0) throw new Error(`Not a workbook that Excel can open: ${faults.join('; ')}`);
}

function faultsOfSheet(sheet: Sheet): string[] {
  return [
    ...faultsOfCells(sheet),
    ...faultsOfTable(sheet),
    ...overlaps('merged cells', sheet.merges),
    ...overlaps(
      'validations',
      sheet.validations.map(({ range }) => range),
    ),
  ].map((fault) => `${sheet.name}: ${fault}`);
}

function faultsOfCells({ rows }: Sheet): string[] {
  const faults: string[] = [];
  rows.forEach(({ height = 0, cells }, index) => {
    if (height > HIGHEST_ROW) faults.push(`row ${index + 1} is ${height} points high`);
    for (const { value, column } of cells) {
      const isText = value.kind === 'text' || value.kind === 'link';
      if (isText && value.text.length > LONGEST_CELL)
        faults.push(`${cellAddress(index + 1, column)} has more than ${LONGEST_CELL} characters`);
    }
  });
  return faults;
}

function faultsOfTable({ table, rows, merges }: Sheet): string[] {
  if (!table) return [];
  const { range, columns } = table;
  const header = rows[range.top - 1]?.cells ?? [];
  const heads = columns.map((_, index) => {
    const value = header.find(({ column }) => column === range.left + index)?.value;
    return value?.kind === 'text' ? value.text : '';
  });
  return [
    ...(range.bottom > range.top ? [] : ['the table has no row']),
    ...(columns.length === range.right - range.left + 1 ? [] : ['the table names other columns than it has']),
    ...differences('column name', columns, headerNames(columns)),
    ...differences('header cell', heads, columns),
    ...merges
      .filter((merge) => meet(merge, range))
      .map((merge) => `${rangeAddress(merge)} is merged inside the table`),
  ];
}

function differences(what: string, found: readonly string[], expected: readonly string[]): string[] {
  return found.flatMap((text, index) =>
    text === expected[index] ? [] : [`${what} '${text}' should be '${expected[index]}'`],
  );
}

function repeated(what: string, texts: readonly string[]): string[] {
  const folded = texts.map((text) => text.toLowerCase());
  return texts
    .filter((_, index) => folded.indexOf(folded[index]!) < index)
    .map((text) => `${what} '${text}' twice`);
}

function overlaps(what: string, ranges: readonly Range[]): string[] {
  return ranges.flatMap((range, index) =>
    ranges.slice(0, index).some((other) => meet(range, other))
      ? [`${what} overlap at ${rangeAddress(range)}`]
      : [],
  );
}

function meet(a: Range, b: Range): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}
