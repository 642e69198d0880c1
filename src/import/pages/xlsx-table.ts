import type { MergedCells, WrittenCell, WrittenRow } from '../../readers/written.ts';
import type { GridBlock, GridCell, GridRow } from '../page.ts';
import { tidy } from './inline.ts';
import type { CountCells } from './limits.ts';

/** Columns from 1, both included. */
export type Extent = { readonly left: number; readonly right: number };

/** The columns between which the rows hold something. */
export function extentOf(rows: readonly WrittenRow[]): Extent {
  let left = Number.POSITIVE_INFINITY;
  let right = 0;
  for (const { cells } of rows) {
    for (const { column, text } of cells) {
      if (text.trim() === '') continue;
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  return { left, right };
}

/** Reads rows of a sheet as a table, its merged cells as spans. Throws Damaged. */
export function readSheetTable(
  rows: readonly WrittenRow[],
  merges: readonly MergedCells[],
  boldLooks: ReadonlySet<number>,
  countCells: CountCells,
): GridBlock {
  const { left, right } = extentOf(rows);
  const written = new Map(rows.map((row) => [row.number, cellsByColumn(row)]));
  const merged = mergesByRow(merges, written, countCells);
  const read = rows.map(({ number }): GridRow => {
    countCells(right - left + 1, number);
    const cells: GridCell[] = [];
    for (let column = left; column <= right; ) {
      const range = merged.get(number)?.find((merge) => merge.left <= column && merge.right >= column);
      const cell = written.get(range?.top ?? number)?.get(range?.left ?? column);
      const span = range === undefined ? 1 : Math.min(range.right, right) - column + 1;
      const isContinued = range !== undefined && range.top < number;
      cells.push(cellOf(cell, { line: number, span, isContinued }, boldLooks));
      column += span;
    }
    return { line: number, isHead: false, cells };
  });
  return { kind: 'grid', line: rows[0]!.number, caption: undefined, rows: read, mended: [] };
}

type WrittenCells = ReadonlyMap<number, WrittenCell>;

function cellsByColumn({ cells }: WrittenRow): WrittenCells {
  return new Map(cells.map((cell) => [cell.column, cell]));
}

/** The merged cells that reach into each row. Ranges that overlap, as no spreadsheet makes them, are counted too. */
function mergesByRow(
  merges: readonly MergedCells[],
  rows: ReadonlyMap<number, WrittenCells>,
  countCells: CountCells,
): ReadonlyMap<number, readonly MergedCells[]> {
  const found = new Map<number, MergedCells[]>();
  const numbers = [...rows.keys()];
  for (const merge of merges) {
    const from = merge.top <= numbers[0]! ? 0 : numbers.indexOf(merge.top);
    for (let at = from; at >= 0 && at < numbers.length && numbers[at]! <= merge.bottom; at++) {
      countCells(1, merge.top);
      const row = found.get(numbers[at]!);
      if (row === undefined) found.set(numbers[at]!, [merge]);
      else row.push(merge);
    }
  }
  return found;
}

function cellOf(
  cell: WrittenCell | undefined,
  place: Pick<GridCell, 'line' | 'span' | 'isContinued'>,
  boldLooks: ReadonlySet<number>,
): GridCell {
  const text = tidy(cell?.text ?? '');
  const strong = text !== '' && cell !== undefined && boldLooks.has(cell.look);
  return { ...place, text, strong, marks: [] };
}
