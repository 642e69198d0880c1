import type { FoundTable } from '../found.ts';
import { readMark, saysNone } from './cell-codes.ts';
import {
  type Columns,
  columnsIn,
  columnsOf,
  findActivity,
  findLetterColumns,
  share,
  textsOf,
} from './columns.ts';
import type { Grid } from './grid.ts';
import { readLegendTable } from './legend.ts';
import { areSteady, hasWord, isWord, partsOfWords, signOfHead, signsOfWords } from './words.ts';

/**
 * What a table is: a matrix whose cells are letters, full words, marks, words of its own, prose; one whose columns are
 * R, A, C, I and whose cells are teams, or marks that are nobody's; or no matrix.
 */
export type Kind =
  | MatrixKind
  | { readonly is: Exclude<FoundTable['kind'], 'matrix'>; readonly reason: string };

export type MatrixKind = {
  readonly is: 'letters' | 'words' | 'marks' | 'nobody' | 'own' | 'prose' | 'roles';
  readonly columns: Columns;
};

/** What is known of a page when its tables are judged. */
export type Context = {
  /** Letters that codes may be made of. */
  readonly alphabet: readonly string[];
  /** Whether the page speaks of responsibilities at all. */
  readonly isAbout: boolean;
};

export function judgeGrid(grid: Grid, context: Context): Kind {
  const legend = readLegendTable(grid.block);
  // The letters of a legend's first column are no codes; those of a matrix may count its rows from A to Z.
  const letters = findLetterColumns(grid, context.alphabet, legend === undefined ? [] : [0]);
  if (letters !== undefined) return { is: 'letters', columns: letters };
  if (legend !== undefined) return { is: 'legend', reason: 'it explains the codes' };
  if (grid.rows.every(({ isBlank }) => isBlank)) return { is: 'other', reason: 'it has no rows' };
  return (
    rolesOf(grid) ??
    marksOf(grid, context) ??
    wordsOf(grid, context) ??
    proseOf(grid, context) ??
    leftOut(grid)
  );
}

/** Columns called R, A, C, I, or Responsible and so on, with the names of teams in their cells. */
function rolesOf(grid: Grid): Kind | undefined {
  const signs = columnsIn(grid).map((column) => signOfHead(grid.names?.[column] ?? ''));
  const roles = columnsIn(grid).filter((column) => signs[column] !== undefined);
  const distinct = new Set(roles.map((column) => signs[column]));
  if (roles.length < 2 || distinct.size !== roles.length) return undefined;
  const texts = roles.flatMap((column) => textsOf(grid, column)).filter((text) => !saysNone(text));
  const areNames = share(texts, (text) => readMark(text) === undefined && text.length <= 120) === 1;
  const activity = findActivity(grid, roles);
  if (!areNames || activity === undefined) return undefined;
  return { is: 'roles', columns: columnsOf(grid, activity, roles) };
}

function marksOf(grid: Grid, { isAbout }: Context): Kind | undefined {
  const marked = columnsIn(grid).filter(
    (column) => share(textsOf(grid, column), (text) => readMark(text) === true) >= 0.9,
  );
  const activity = findActivity(grid, marked);
  if (!isAbout || marked.length < 2 || activity === undefined) return undefined;
  const isNobody = marked.some((column) => signOfHead(grid.names?.[column] ?? '') !== undefined);
  return { is: isNobody ? 'nobody' : 'marks', columns: columnsOf(grid, activity, marked) };
}

/** Cells of few and recurring words: full words of RACI, or words of the page's own (`Shared`, `G+C`). */
function wordsOf(grid: Grid, { isAbout }: Context): Kind | undefined {
  const [first = 0, ...rest] = columnsIn(grid);
  const activity = findActivity(grid, rest) ?? first;
  const others = rest.filter((column) => !isWord('remark', grid.names?.[column] ?? ''));
  const cells = firstPart(grid)
    .flatMap((row) => others.map((column) => row.texts[column] ?? ''))
    .filter((text) => !saysNone(text));
  const distinct = new Set(cells.map(bareWord));
  const isFew = distinct.size <= 8 && cells.length >= 2 * distinct.size;
  const areShort = [...distinct].every((word) => word.length <= 40 && word.split(' ').length <= 4);
  if (!isAbout || others.length < 2 || cells.length < 2 || !areShort) return undefined;
  const columns = columnsOf(grid, activity, others);
  if (areStandard(cells)) return { is: 'words', columns };
  if ([...distinct].every((word) => readMark(word) !== undefined || /^[\d.,%€$ -]+$/u.test(word)))
    return undefined;
  return isFew ? { is: 'own', columns } : undefined;
}

/** Words of RACI beyond doubt, but for a few that stand there once: those are slips. */
function areStandard(cells: readonly string[]): boolean {
  const words = cells.map(bareWord);
  const strange = words.filter((word) => signsOfWords(word) === undefined);
  const isRare = strange.length * 5 <= words.length && new Set(strange).size === strange.length;
  return isRare && areSteady(words.flatMap(partsOfWords));
}

/** The rows above the first blank one: what stands below it may be something else. */
export function firstPart(grid: Grid): Grid['rows'] {
  const blank = grid.rows.findIndex(({ isBlank }) => isBlank);
  const rows = blank <= 0 ? grid.rows : grid.rows.slice(0, blank);
  return rows.filter((row) => !row.isGroup && !row.isBlank);
}

/** A word without the mark of a footnote behind it. */
export function bareWord(text: string): string {
  return text.replace(/[*†‡§¹²³]+$/u, '').trim();
}

/** A column for each party, and in its cells sentences on what it does. */
function proseOf(grid: Grid, { isAbout }: Context): Kind | undefined {
  const names = grid.names ?? [];
  const parties = columnsIn(grid).filter((column) => column > 0 && namesParty(names[column] ?? ''));
  if (!isAbout || parties.length < 2) return undefined;
  const texts = parties.flatMap((column) => textsOf(grid, column)).filter((text) => !saysNone(text));
  const areLong = texts.filter((text) => text.length > 30).length * 2 >= texts.length;
  return texts.length > 0 && areLong ? { is: 'prose', columns: columnsOf(grid, 0, parties) } : undefined;
}

function namesParty(name: string): boolean {
  return (
    hasWord('customer', name) ||
    /responsib|responsab|verantwort|odpowiedzial|\bhelps\b|\byou\b|\bprovider\b/iu.test(name)
  );
}

function leftOut(grid: Grid): Kind {
  const cells = grid.rows.flatMap(({ texts }) => texts).filter((text) => text !== '');
  const dates = cells.filter((text) =>
    /\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}|\b(?:19|20)\d\d\b|^v?\d+(?:\.\d+)+$/iu.test(text),
  );
  if (dates.length * 3 >= cells.length)
    return { is: 'calendar', reason: 'it holds dates and versions, and no codes' };
  return { is: 'other', reason: 'none of its columns holds codes' };
}
