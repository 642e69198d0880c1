import { cellAddress, rangeAddress } from '../../workbook/address.ts';
import type { CellValue, SheetRow } from '../../workbook/tree.ts';
import type { TableColumn, TableData } from './tables.ts';

type Formula = Extract<CellValue, { kind: 'formula' }>;

/**
 * Formulas compare with `=` and FIND, never by COUNTIF or SEARCH, which take `*`, `?`, `~` and a leading `>` in a
 * section's title for patterns. A code is found as a whole word: ` C ` in ` C I `, not in ` CI `.
 * Their results are worked out here, since LibreOffice shows those in the file and does not compute them again.
 */
export function countRows(
  table: TableData,
  where: { readonly column: TableColumn; readonly text: string; readonly address: string } | undefined,
  holding: { readonly column: TableColumn; readonly code: string } | undefined,
): Formula {
  const tests = [
    ...(where ? [`(${where.column.rangeName}=${where.address})`] : []),
    ...(holding ? [holds(holding.column.rangeName, holding.code)] : []),
  ];
  const rows = where ? rowsSaying(table, where.column, where.text) : table.rows;
  const counted = holding ? rows.filter((row) => hasCode(textOf(row, holding.column), holding.code)) : rows;
  return { kind: 'formula', formula: countOf(tests, table), result: counted.length };
}

type Row = TableData['rows'][number];

/** The rows that say a text in a column, sorted out once: a summary asks for every section of a long matrix. */
function rowsSaying(table: TableData, column: TableColumn, text: string): readonly Row[] {
  const known = sorted.get(column) ?? sortRows(table, column);
  sorted.set(column, known);
  return known.get(text) ?? [];
}

function sortRows({ rows }: TableData, column: TableColumn): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const text = textOf(row, column);
    const group = groups.get(text);
    if (group) group.push(row);
    else groups.set(text, [row]);
  }
  return groups;
}

/** By column, which belongs to one table. */
const sorted = new WeakMap<TableColumn, ReadonlyMap<string, readonly Row[]>>();

function countOf(tests: readonly string[], table: TableData): string {
  if (tests.length === 0) return `ROWS(${table.columns[0]!.rangeName})`;
  return tests.length === 1 ? `SUMPRODUCT(--${tests[0]})` : `SUMPRODUCT(${tests.join('*')})`;
}

/** The sum of the numbers straight above a cell, or undefined where there are none. */
export function sumAbove(rows: readonly SheetRow[], column: number): Formula | undefined {
  const numbers: number[] = [];
  for (let row = rows.length; row > 0; row--) {
    const number = numberOf(rows[row - 1]!.cells.find((cell) => cell.column === column)?.value);
    if (number === undefined) break;
    numbers.push(number);
  }
  if (numbers.length === 0) return undefined;
  const range = { top: rows.length - numbers.length + 1, left: column, bottom: rows.length, right: column };
  return {
    kind: 'formula',
    formula: `SUM(${rangeAddress(range)})`,
    result: numbers.reduce((sum, number) => sum + number, 0),
  };
}

function numberOf(value: CellValue | undefined): number | undefined {
  if (value?.kind === 'number') return value.number;
  return value?.kind === 'formula' && typeof value.result === 'number' ? value.result : undefined;
}

/** Says whether every row of the table holds the code in exactly one of its columns of codes. */
export function checkRows(table: TableData, code: string, passed: string, failed: string): Formula {
  const columns = table.columns.filter((column) => column.codes);
  const found = columns.map((column) => holds(column.rangeName, code)).join('+');
  const holders = table.rows.map(
    (row) => columns.filter((column) => hasCode(textOf(row, column), code)).length,
  );
  return {
    kind: 'formula',
    formula: `IF(SUMPRODUCT(--(${found}<>1))=0,${literal(passed)},${literal(failed)})`,
    result: holders.every((count) => count === 1) ? passed : failed,
  };
}

/** Whether the cell at the top left of a condition's range holds a code. */
export function codeCondition(row: number, column: number, code: string): string {
  return holds(cellAddress(row, column), code);
}

function holds(place: string, code: string): string {
  return `ISNUMBER(FIND(${literal(` ${code} `)}," "&${place}&" "))`;
}

function hasCode(text: string, code: string): boolean {
  return ` ${text} `.includes(` ${code} `);
}

function textOf(row: readonly string[], column: TableColumn): string {
  return row[column.range.left - 1] ?? '';
}

/** A text inside a formula: Excel reads no more than 255 characters between quotes. */
function literal(text: string): string {
  const pieces = text.match(/[\s\S]{1,250}/g) ?? [''];
  return pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join('&');
}
