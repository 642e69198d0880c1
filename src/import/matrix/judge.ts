import type { Page } from '../page.ts';
import type { Grid } from './grid.ts';
import { bareWord, firstPart, judgeGrid, type Kind, type MatrixKind } from './kinds.ts';
import { textsOfPage } from './page-texts.ts';
import { fold } from './words.ts';

/** A table and what it is. */
export type Judged = { readonly grid: Grid; readonly kind: Kind };

/**
 * Judges every table, and then those once more that have the head of a matrix with letters, and hold too many words or
 * too few codes to be known as one by themselves.
 */
export function judgeAll(grids: readonly Grid[], page: Page, alphabet: readonly string[]): Judged[] {
  const context = { alphabet, isAbout: isAbout(page) };
  const judged = grids.map((grid) => ({ grid, kind: judgeGrid(grid, context) }));
  return keepWords(
    judged.map(({ grid, kind }, index) => {
      if (kind.is === 'letters' || kind.is === 'legend') return { grid, kind };
      return { grid, kind: likeliest(grid, judged, index) ?? kind };
    }),
  );
}

/**
 * One word is one sign all over a page: where a table of full words shares a word with one that uses words of its own,
 * its words are the page's own too.
 */
function keepWords(judged: readonly Judged[]): Judged[] {
  const own = new Set(judged.filter(({ kind }) => kind.is === 'own').flatMap(wordsIn));
  return judged.map((one) => {
    const isShared = one.kind.is === 'words' && wordsIn(one).some((word) => own.has(word));
    return isShared ? { grid: one.grid, kind: { ...(one.kind as MatrixKind), is: 'own' } } : one;
  });
}

function wordsIn({ grid, kind }: Judged): string[] {
  if (!('columns' in kind)) return [];
  return firstPart(grid).flatMap((row) =>
    kind.columns.parties.map((column) => bareWord(row.texts[column] ?? '')),
  );
}

/** The kind of a matrix with the same head, or of the one above where this table has no head of its own. */
function likeliest(grid: Grid, judged: readonly Judged[], index: number): Kind | undefined {
  const isLike = ({ grid: other, kind }: Judged): boolean =>
    kind.is === 'letters' && other.width === grid.width && other !== grid;
  const { names } = grid;
  if (names === undefined) return judged.slice(0, index).findLast(isLike)?.kind;
  return judged.find(
    (one) => isLike(one) && one.grid.names?.every((name, column) => fold(name) === fold(names[column] ?? '')),
  )?.kind;
}

const roots =
  'responsib responsab verantwort zustandig odpowiedzial zodpov odpoved ansvar verantwoord ответственн відповідальн 责任 責任 负责 負責 責務 책임';

/** Whether a page speaks of responsibilities: its words, in whatever language, have one of these roots. */
function isAbout(page: Page): boolean {
  const said = fold(textsOfPage(page).join(' '));
  return /\bras?ci\b/u.test(said) || roots.split(' ').some((root) => said.includes(fold(root)));
}
