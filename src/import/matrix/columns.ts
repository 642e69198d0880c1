import { readLetters, saysNone } from './cell-codes.ts';
import type { Grid } from './grid.ts';
import { isWord } from './words.ts';

/** Which column is what, by index. */
export type Columns = {
  readonly activity: number;
  readonly parties: readonly number[];
  /** Neither: plans, layers, comments. */
  readonly extras: readonly number[];
};

export function columnsIn(grid: Grid): number[] {
  return Array.from({ length: grid.width }, (_, column) => column);
}

/** The texts of a column, of rows that are activities. */
export function textsOf(grid: Grid, column: number): string[] {
  return grid.rows.filter((row) => !row.isGroup && !row.isBlank).map((row) => row.texts[column] ?? '');
}

/** What part of the cells that say something is of a kind. */
export function share(texts: readonly string[], is: (text: string) => boolean): number {
  const filled = texts.filter((text) => !saysNone(text));
  return filled.length === 0 ? 0 : filled.filter(is).length / filled.length;
}

/** The columns of a matrix with letters, some of which may be `free`, that is no code whatever it holds. */
export function findLetterColumns(
  grid: Grid,
  alphabet: readonly string[],
  free: readonly number[] = [],
): Columns | undefined {
  const isCode = (text: string): boolean => readLetters(text, alphabet).signs !== undefined;
  const columns = columnsIn(grid);
  const coded = columns.filter((column) => !free.includes(column) && isCoded(textsOf(grid, column), isCode));
  if (coded.length === 0 || areTicks(grid, coded)) return undefined;
  const activity = findActivity(grid, coded);
  if (activity === undefined) return undefined;
  const parties = columns.filter(
    (column) =>
      column !== activity &&
      (coded.includes(column) ||
        isSilentParty(grid, column, coded) ||
        isMixedParty(grid, column, coded, isCode)),
  );
  return parties.length < 2 ? undefined : columnsOf(grid, activity, parties);
}

const most = 0.6;

/** Most cells are codes; or some, and one of them is of two letters, which no word of another kind is. */
function isCoded(texts: readonly string[], isCode: (text: string) => boolean): boolean {
  const part = share(texts, isCode);
  return (
    part >= most ||
    (part >= 0.25 && texts.some((text) => isCode(text) && text.replace(/[^a-z]/giu, '').length > 1))
  );
}

/** `V` and nothing else is a tick. */
function areTicks(grid: Grid, coded: readonly number[]): boolean {
  const filled = coded.flatMap((column) => textsOf(grid, column)).filter((text) => !saysNone(text));
  return filled.length > 0 && filled.every((text) => /^v$/iu.test(text));
}

/** A party that has no part in any row of a table is a party all the same: it stands beside one that has. */
function isSilentParty(grid: Grid, column: number, coded: readonly number[]): boolean {
  return textsOf(grid, column).every(saysNone) && isBeside(column, coded) && isPartyName(grid, column);
}

/**
 * A party whose cells say more than codes is a party all the same: between two that are, or beside one with some codes of
 * its own. What its cells say is for a person to read.
 */
function isMixedParty(
  grid: Grid,
  column: number,
  coded: readonly number[],
  isCode: (text: string) => boolean,
): boolean {
  if (!isPartyName(grid, column)) return false;
  const isBetween = coded.some((other) => other < column) && coded.some((other) => other > column);
  const holdsCodes = textsOf(grid, column).some((text) => !saysNone(text) && isCode(text));
  return isBetween || (isBeside(column, coded) && holdsCodes);
}

const isBeside = (column: number, coded: readonly number[]): boolean =>
  coded.some((other) => Math.abs(other - column) === 1);

function isPartyName(grid: Grid, column: number): boolean {
  const name = grid.names?.[column] ?? '';
  return name !== '' && !['remark', 'activity', 'subject'].some((list) => isWord(list as 'remark', name));
}

/**
 * The column of activities: the one that a head calls so beyond doubt, else one that may be called so and does not say
 * the same thing over and over, else the wordiest of those that hold no codes.
 */
export function findActivity(grid: Grid, taken: readonly number[]): number | undefined {
  const open = columnsIn(grid).filter((column) => !taken.includes(column));
  const named = (list: 'activity' | 'subject') =>
    open.filter((column) => isWord(list, grid.names?.[column] ?? ''));
  const [sure, ...others] = named('activity');
  if (sure !== undefined && others.length === 0) return sure;
  const weight = (column: number): number => weigh(grid, column);
  const heaviest = (columns: readonly number[]) =>
    columns.toSorted((a, b) => weight(b) - weight(a) || a - b)[0];
  if (sure !== undefined) return heaviest([sure, ...others]);
  const likely = named('subject').filter((column) => variety(textsOf(grid, column)) >= most);
  const best = heaviest(likely) ?? heaviest(open);
  if (best === undefined) return undefined;
  return likely.length > 0 || weight(best) > 3 ? best : undefined;
}

/** How long the texts of a column are, in characters, and how much they differ. */
function weigh(grid: Grid, column: number): number {
  const texts = textsOf(grid, column).filter((text) => text !== '');
  const isSparse = texts.length * 2 < grid.rows.length;
  if (isWord('remark', grid.names?.[column] ?? '') || isSparse || texts.length === 0) return 0;
  const length = texts.reduce((sum, text) => sum + Math.min(text.length, 80), 0) / texts.length;
  return length * variety(texts);
}

function variety(texts: readonly string[]): number {
  const filled = texts.filter((text) => text !== '');
  return filled.length === 0 ? 0 : new Set(filled).size / filled.length;
}

export function columnsOf(grid: Grid, activity: number, parties: readonly number[]): Columns {
  const extras = columnsIn(grid).filter(
    (column) => column !== activity && !parties.includes(column) && !isNumbering(textsOf(grid, column)),
  );
  return { activity, parties, extras };
}

/** Numbers of clauses or letters of items, which follow from sections and order. */
function isNumbering(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  const areNumbers = filled.every((text) => /^(?:\d{1,3}(?:\.\d{1,3})*\.?|[A-Za-z][.)]?)$/u.test(text));
  return filled.length > 0 && areNumbers && new Set(filled).size === filled.length;
}
