import type { GridBlock, GridRow } from '../page.ts';
import { readLetters } from './cell-codes.ts';
import { headsOver, isHeadRow, nameColumns } from './heads.ts';
import { fold, isWord } from './words.ts';

/** A table with its head told from its body and every row as wide as it is. */
export type Grid = {
  readonly block: GridBlock;
  readonly line: number;
  /** What stands over each column; undefined where the table has no head of its own. */
  readonly names: readonly string[] | undefined;
  /** What stands over the names, where a head has several rows: `Customer` over `R`, `A`, `C`, `I`. */
  readonly groups: readonly string[];
  readonly width: number;
  readonly rows: readonly BodyRow[];
  /** Whether the head has a cell less than all that stands below it: cells were lost. */
  readonly isHeadShort: boolean;
};

export type BodyRow = {
  readonly line: number;
  /** One text for each column; a cell that spans several stands in the first. */
  readonly texts: readonly string[];
  /** How many columns the source has for it: fewer than the table's where cells were lost. */
  readonly given: number;
  /** Texts beyond the last column. */
  readonly beyond: readonly string[];
  readonly isBlank: boolean;
  /** Nothing but a title: bold, or across the columns. */
  readonly isGroup: boolean;
  /** Columns that share a cell with another: what stands there could be either's. */
  readonly joined: ReadonlySet<number>;
  /** Footnote marks of each column. */
  readonly marks: readonly (readonly string[])[];
};

/**
 * Tells the head of a table from its body. A table that names its columns anew in the middle is one for each head, since
 * the columns may have changed places.
 */
export function readGrids(block: GridBlock): Grid[] {
  const heads = headsOver(block);
  const body = block.rows.filter((row) => !heads.includes(row));
  const parts: { heads: readonly GridRow[]; body: GridRow[] }[] = [{ heads, body: [] }];
  for (const row of body) {
    if (isHeadRow(row)) parts.push({ heads: [row], body: [] });
    else parts.at(-1)!.body.push(row);
  }
  const grids = parts.map((part, index) => readPart(block, part.heads, part.body, index > 0));
  return grids.length === 1 ? grids : joinAlike(grids);
}

/** A head that is said again in the same words changes nothing. */
function joinAlike(grids: readonly Grid[]): Grid[] {
  const joined: Grid[] = [];
  for (const grid of grids) {
    const last = joined.at(-1);
    const isSame = last?.names?.map(fold).join('|') === grid.names?.map(fold).join('|');
    if (last !== undefined && isSame)
      joined[joined.length - 1] = { ...last, rows: [...last.rows, ...grid.rows] };
    else joined.push(grid);
  }
  return joined;
}

function readPart(
  block: GridBlock,
  heads: readonly GridRow[],
  body: readonly GridRow[],
  isLater: boolean,
): Grid {
  const { names: named, groups } = nameColumns(heads);
  const names = named && mendShort(named, body);
  const isHeadShort = names !== named;
  const width = names?.length ?? body.reduce((most, row) => Math.max(most, widthOf(row)), 0);
  const line = isLater ? heads[0]!.line : block.line;
  return { block, line, names, groups, width, isHeadShort, rows: body.map((row) => spread(row, width)) };
}

/**
 * A head with a cell less than every row below it that says something there: it lost its blank first cell, or the name
 * of its last column where it begins with the activity.
 */
function mendShort(names: readonly string[], body: readonly GridRow[]): readonly string[] {
  const filled = body.filter((row) => row.cells.filter(({ text }) => text !== '').length > 1);
  const areWider = filled.length > 1 && filled.every((row) => widthOf(row) === names.length + 1);
  const isSaid = filled.some((row) => row.cells.at(-1)?.text !== '');
  const isCoded = filled.some((row) => holdsCode(row.cells.at(-1)?.text ?? ''));
  if (!areWider || !isSaid || !isCoded || names[0] === '') return names;
  return isWord('activity', names[0]!) || isWord('subject', names[0]!) ? [...names, ''] : ['', ...names];
}

function holdsCode(text: string): boolean {
  return (readLetters(text, ['R', 'A', 'C', 'I', 'S', 'V']).signs?.length ?? 0) > 0;
}

function widthOf(row: GridRow): number {
  return row.cells.reduce((sum, { span }) => sum + span, 0);
}

function spread(row: GridRow, width: number): BodyRow {
  const texts: string[] = [];
  const marks: (readonly string[])[] = [];
  const joined = new Set<number>();
  for (const cell of row.cells) {
    for (let at = 0; cell.span > 1 && at < cell.span; at++) joined.add(texts.length + at);
    texts.push(cell.text, ...Array<string>(cell.span - 1).fill(''));
    marks.push(cell.marks, ...Array<readonly string[]>(cell.span - 1).fill([]));
  }
  const filled = row.cells.filter(({ text }) => text !== '');
  const alone = filled.length === 1 ? filled[0]! : undefined;
  const isWide = alone !== undefined && width > 1 && alone.span >= width;
  return {
    line: row.line,
    texts: Array.from({ length: width }, (_, column) => texts[column] ?? ''),
    given: texts.length,
    beyond: texts.slice(width).filter((text) => text !== ''),
    isBlank: filled.length === 0,
    isGroup: alone !== undefined && (isWide || (alone.strong && alone === row.cells[0])),
    joined,
    marks: Array.from({ length: width }, (_, column) => marks[column] ?? []),
  };
}
