import type { Passage, RowPassage } from '../published.ts';
import type { PagePart, TablePart } from './structure.ts';

/** Puts the pages of a document one after the other; a table that goes on over a page becomes one again. */
export function joinPages(pages: readonly (readonly PagePart[])[]): Passage[] {
  const joined: PagePart[] = [];
  for (const parts of pages) {
    const [first, ...others] = parts;
    const before = joined.at(-1);
    if (first?.kind === 'table' && before?.kind === 'table' && goesOn(before, first)) {
      joined[joined.length - 1] = joinTables(before, first);
      joined.push(...others);
    } else {
      joined.push(...parts);
    }
  }
  return joined.flatMap((part): readonly Passage[] => (part.kind === 'table' ? part.rows : [part]));
}

/** Whether two parts are of one table: the same cells, and no row but one with text on both pages. */
function goesOn(before: TablePart, after: TablePart): boolean {
  const isSameTable =
    before.rows.length === after.rows.length &&
    before.rows.every(({ cells }, i) => cells.length === after.rows[i]!.cells.length);
  if (!isSameTable) return false;
  return before.rows.filter((row, i) => !isEmpty(row) && !isEmpty(after.rows[i]!)).length <= 1;
}

function isEmpty({ cells }: RowPassage): boolean {
  return cells.every((lines) => lines.length === 0);
}

function joinTables(before: TablePart, after: TablePart): TablePart {
  return { kind: 'table', rows: before.rows.map((row, i) => joinRow(row, after.rows[i]!)) };
}

/** A row is on the page where it begins. */
function joinRow(row: RowPassage, rest: RowPassage): RowPassage {
  if (isEmpty(row)) return rest;
  return {
    ...row,
    cells: row.cells.map((lines, i) => [...lines, ...rest.cells[i]!]),
  };
}
