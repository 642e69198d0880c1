import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { error, warning } from '../../diagnostics/diagnostic.ts';
import type { MergedCells, WrittenCell, WrittenRow } from '../../readers/written.ts';
import { quote } from '../findings.ts';
import { addressOf } from './address.ts';
import { type MatrixSheet, rowOf } from './columns.ts';
import type { Column } from './values.ts';

/** A row below the heads that says something. */
export type SheetRow = {
  readonly number: number;
  /** Texts by column, empty ones too; absent are a column that the sheet lacks, and a cell that cannot be taken. */
  readonly cells: ReadonlyMap<Column, string>;
  /** Whether its cells were merged into one, as headings are. */
  readonly isMerged: boolean;
};

/** The rows of the matrix, and what of them cannot be taken as it stands. */
export type ReadRows = { readonly rows: readonly SheetRow[]; readonly diagnostics: readonly Diagnostic[] };

/** Columns whose texts go into source files. */
const isKept = (column: Column): boolean =>
  column === 'activity' || column === 'note' || column.startsWith('code:');

/** Reads the rows below the heads. Cells that show what nobody typed are findings. */
export function readRows(matrix: MatrixSheet, file: string): ReadRows {
  const { sheet, head, columns } = matrix;
  const below = sheet.rows.filter(({ number }) => number > head);
  const rows = below.map(
    (row): SheetRow => ({
      number: row.number,
      cells: readCells(row, columns),
      isMerged: sheet.merges.some(
        ({ top, bottom, left, right }) => top === row.number && bottom === top && right > left,
      ),
    }),
  );
  return {
    rows: rows.filter(({ cells }) => [...cells.values()].some((text) => text.trim() !== '')),
    diagnostics: [
      ...below.flatMap((row) => judgeCells(matrix, row, file)),
      ...sheet.merges.flatMap((range) => judgeMerge(matrix, range, file)),
      ...nameSurplus(matrix, below, file),
    ],
  };
}

/** The texts of a row; what is unfit says nothing, as if its column were not there. */
function readCells({ cells }: WrittenRow, columns: MatrixSheet['columns']): Map<Column, string> {
  const written = new Map(cells.map((cell) => [cell.column, cell]));
  const texts = [...columns].flatMap(([name, column]): [Column, string][] => {
    const cell = written.get(column);
    if (cell !== undefined && isKept(name) && unfit(cell) !== undefined) return [];
    return [[name, cell?.text ?? '']];
  });
  return new Map(texts);
}

/** A formula is taken for what it shows; what is no text, or shows nothing, is not. */
function judgeCells({ sheet, columns }: MatrixSheet, row: WrittenRow, file: string): Diagnostic[] {
  const kept = [...columns].filter(([name]) => isKept(name)).map(([, column]) => column);
  return row.cells
    .filter((cell) => kept.includes(cell.column))
    .flatMap((cell) => {
      const address = addressOf(sheet, row.number, cell.column);
      const what = unfit(cell);
      if (what !== undefined) {
        const hints = [
          'Type the text itself into the cell, with an apostrophe before it where a program makes a number of it.',
        ];
        return [error('round-cell', { file }, `${address} ${what}.`, { hints })];
      }
      if (!cell.isFormula) return [];
      return [
        warning(
          'round-formula',
          { file },
          `${address} holds a formula: what it shows was taken, ${quote(cell.text)}.`,
        ),
      ];
    });
}

function unfit({ text, kind, isFormula }: WrittenCell): string | undefined {
  if (kind === 'error') return `shows the error ${text}`;
  if (isFormula && text === '') return 'holds a formula that shows nothing';
  if (kind === 'number' && text !== '') return `holds the number ${text}, where a text is expected`;
  if (kind === 'logical') return 'holds a truth value, where a text is expected';
  return undefined;
}

/**
 * Of cells merged into one, only the first says anything: what the others said is not known. A row without an id may
 * be merged: it is a heading.
 */
function judgeMerge({ sheet, head, columns }: MatrixSheet, merge: MergedCells, file: string): Diagnostic[] {
  const { address, top, bottom, left, right } = merge;
  const idColumn = columns.get('id');
  const isHeading =
    top === bottom &&
    !rowOf(sheet, top)?.cells.some(({ column, text }) => column === idColumn && text !== '');
  const covers = [...columns].some(
    ([name, column]) => (isKept(name) || name === 'id') && column >= left && column <= right,
  );
  if (bottom <= head || isHeading || !covers) return [];
  const start = addressOf(sheet, top, left);
  return [
    error(
      'round-cell',
      { file },
      `${start} is one of the merged cells ${address}: what the others say is not known.`,
      {
        hints: ['Unmerge them, and type into each cell what it is to say.'],
      },
    ),
  ];
}

/** Columns that somebody added, which the matrix has no place for. */
function nameSurplus(
  { sheet, head, columns }: MatrixSheet,
  below: readonly WrittenRow[],
  file: string,
): Diagnostic[] {
  const known = new Set(columns.values());
  const surplus = new Map<number, WrittenCell[]>();
  for (const { cells } of below) {
    for (const cell of cells) {
      if (known.has(cell.column) || cell.text.trim() === '') continue;
      surplus.set(cell.column, [...(surplus.get(cell.column) ?? []), cell]);
    }
  }
  return [...surplus].map(([column, cells]) => {
    const title = rowOf(sheet, head)?.cells.find((cell) => cell.column === column)?.text ?? '';
    const texts = [...new Set(cells.map(({ text }) => quote(text)))];
    const shown = texts.slice(0, 3).join(', ') + (texts.length > 3 ? `, and ${texts.length - 3} more` : '');
    const name = title === '' ? 'has no head' : `is headed ${quote(title)}`;
    return warning(
      'round-left-out',
      { file },
      `${addressOf(sheet, head, column)} ${name} and is no column of the matrix: left out ${shown}.`,
    );
  });
}
