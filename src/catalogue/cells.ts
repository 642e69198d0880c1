import type { CellPlace } from '../diagnostics/place.ts';
import type { Cell } from '../tables/table.ts';

/** The place of a cell, or of a stretch that begins `offset` code units into it. */
export function placeOfCell(file: string, cell: Cell, offset?: number): CellPlace {
  const { record, field } = cell;
  return { file, cell: offset === undefined ? { record, field } : { record, field, offset } };
}
