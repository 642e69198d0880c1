import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { error } from '../../diagnostics/diagnostic.ts';
import type { WrittenRow, WrittenSheet, WrittenWorkbook } from '../../readers/written.ts';
import { fold } from './sameness.ts';
import type { Column, Heads } from './values.ts';

/** The sheet of the matrix: where its head stands, and what each column holds. */
export type MatrixSheet = {
  readonly sheet: WrittenSheet;
  /** Number of the row of heads. */
  readonly head: number;
  /** From left to right. */
  readonly columns: ReadonlyMap<Column, number>;
};

/**
 * Finds the matrix in a workbook: by the names that its columns were given, which follow them wherever they are moved
 * and whatever their heads are changed to, and else by the heads.
 */
export function findMatrix(workbook: WrittenWorkbook, heads: Heads, file: string): Checked<MatrixSheet> {
  const found = findByNames(workbook, heads) ?? findByHeads(workbook, heads);
  if (found !== undefined) return checked(found);
  const wanted = [...heads].filter(([column]) => isNeeded(column)).map(([, [head]]) => `'${head}'`);
  return failed(
    error('round-matrix', { file }, 'No sheet of the workbook has the columns of the matrix.', {
      hints: [`Expected a row of heads with ${wanted.join(', ')}.`],
    }),
  );
}

function isNeeded(column: Column): boolean {
  return column === 'activity' || column.startsWith('code:');
}

/** A name is that of the table and of the column: `Matrix_party_customer`. */
function findByNames({ names, sheets }: WrittenWorkbook, heads: Heads): MatrixSheet | undefined {
  for (const [name, start] of names) {
    const sheet = sheets.find((candidate) => candidate.name === start.sheet);
    if (!name.endsWith('_activity') || sheet === undefined) continue;
    const table = name.slice(0, -'_activity'.length);
    const head = start.row - 1;
    const byHead = columnsByHead(rowOf(sheet, head), heads);
    const named = [...heads.keys()].flatMap((column): [Column, number][] => {
      const found = names.get(`${table}_${nameOf(column)}`);
      return found?.sheet === sheet.name && found.row === start.row ? [[column, found.column]] : [];
    });
    const taken = new Set(named.map(([, column]) => column));
    const added = [...byHead].filter(([, column]) => !taken.has(column));
    return { sheet, head, columns: new Map([...added, ...named].sort(([, a], [, b]) => a - b)) };
  }
  return undefined;
}

/** As the names of ranges are made: everything but letters and digits becomes `_`. */
function nameOf(column: Column): string {
  return column.replace(/^code:/u, 'party-').replace(/[^\p{L}\p{N}]+/gu, '_');
}

/** How many rows somebody may have put above the heads. */
const deepest = 50;

function findByHeads({ sheets }: WrittenWorkbook, heads: Heads): MatrixSheet | undefined {
  for (const sheet of sheets) {
    for (const row of sheet.rows.filter(({ number }) => number <= deepest)) {
      const columns = columnsByHead(row, heads);
      if ([...heads.keys()].every((column) => !isNeeded(column) || columns.has(column))) {
        return { sheet, head: row.number, columns };
      }
    }
  }
  return undefined;
}

function columnsByHead(row: WrittenRow | undefined, heads: Heads): Map<Column, number> {
  const columns = new Map<Column, number>();
  for (const { column, text } of row?.cells ?? []) {
    const meant = [...heads].find(
      ([name, texts]) => !columns.has(name) && texts.some((head) => isSame(head, text)),
    );
    if (meant !== undefined) columns.set(meant[0], column);
  }
  return columns;
}

function isSame(one: string, other: string): boolean {
  return fold(one).toLowerCase() === fold(other).toLowerCase();
}

/** The row of a number, where it holds anything. */
export function rowOf({ rows }: WrittenSheet, number: number): WrittenRow | undefined {
  return rows.find((row) => row.number === number);
}
