import { readMark } from './cell-codes.ts';
import type { BodyRow, Grid } from './grid.ts';
import { signOfHead } from './words.ts';

/**
 * Folds a table that spreads the codes of each party over columns, `Customer` over `R`, `A`, `C`, `I` with crosses below,
 * into one that has a column for each party and letters in its cells. Any other table stays as it is.
 */
export function foldCrosses(grid: Grid): Grid {
  const columns = Array.from({ length: grid.width }, (_, column) => column);
  const party = columns.map((column) => {
    const isRole = signOfHead(grid.names?.[column] ?? '') !== undefined;
    return isRole ? (grid.groups[column] ?? '') : '';
  });
  const parties = [...new Set(party.filter((name) => name !== ''))];
  const crossed = columns.filter((column) => party[column] !== '');
  if (parties.length < 2 || !areMarks(grid, crossed)) return grid;
  const kept = columns.filter((column) => party[column] === '');
  const spread = parties.map((name) => crossed.filter((column) => party[column] === name));
  return {
    ...grid,
    names: [...kept.map((column) => grid.names?.[column] ?? ''), ...parties],
    groups: [],
    width: kept.length + parties.length,
    rows: grid.rows.map((row) => foldRow(row, grid, kept, spread)),
  };
}

function areMarks(grid: Grid, columns: readonly number[]): boolean {
  const texts = grid.rows.flatMap((row) => columns.map((column) => row.texts[column] ?? ''));
  const read = texts.map((text) => signOfHead(text) ?? readMark(text));
  return (
    texts.some((text) => text !== '') && read.filter((mark) => mark === undefined).length * 10 <= texts.length
  );
}

function foldRow(
  row: BodyRow,
  grid: Grid,
  kept: readonly number[],
  spread: readonly (readonly number[])[],
): BodyRow {
  const isWhole = row.given === grid.width && row.beyond.length === 0;
  const width = kept.length + spread.length;
  const spanned = spread.flatMap((columns, index) =>
    columns.some((column) => row.joined.has(column)) ? [kept.length + index] : [],
  );
  return {
    ...row,
    texts: [
      ...kept.map((column) => row.texts[column]!),
      ...spread.map((columns) => foldCells(row, grid, columns)),
    ],
    // A row that lost a cell is told by its count, and so it stays told.
    given: isWhole ? width : Math.min(row.given, width - 1),
    joined: new Set(row.isGroup ? [] : spanned),
    marks: [
      ...kept.map((column) => row.marks[column]!),
      ...spread.map((columns) => columns.flatMap((column) => row.marks[column]!)),
    ],
  };
}

/** The letters that are crossed; what is no cross stays as it stands, for a person to read. */
function foldCells(row: BodyRow, grid: Grid, columns: readonly number[]): string {
  const said = columns.flatMap((column) => {
    const sign = signOfHead(grid.names![column]!)!;
    const text = row.texts[column]!;
    const mark = readMark(text) ?? (text === sign ? true : undefined);
    return mark === undefined ? [`${sign}: ${text}`] : mark ? [sign] : [];
  });
  return said.every((sign) => sign.length === 1) ? said.join('') : said.join(', ');
}
