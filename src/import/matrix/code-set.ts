import type { FoundCodeSet, FoundParty, FoundRow, LegendEntry } from '../found.ts';
import type { Page } from '../page.ts';
import { raciLetters } from './alphabet.ts';
import { saysNone } from './cell-codes.ts';
import type { Grid } from './grid.ts';
import { bareWord, firstPart, type MatrixKind } from './kinds.ts';
import { textsOfPage } from './page-texts.ts';
import { fold, hasWord, signOfWord } from './words.ts';

/** A table that holds rows of the matrix. */
export type MatrixTable = { readonly grid: Grid; readonly kind: MatrixKind };

/**
 * Words that cells hold where they hold neither letters nor words of RACI: all that recur on the page. What stands there
 * once, and is no word of RACI, may as well be a slip.
 */
export function vocabularyOf(tables: readonly MatrixTable[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { grid, kind } of tables) {
    if (kind.is !== 'own') continue;
    for (const row of firstPart(grid)) {
      for (const column of kind.columns.parties) {
        const text = row.texts[column] ?? '';
        if (!saysNone(text)) counts.set(bareWord(text), (counts.get(bareWord(text)) ?? 0) + 1);
      }
    }
  }
  const recurring = [...counts].filter(([word, count]) => count > 1 || signOfWord(word) !== undefined);
  const words = new Set(recurring.map(([word]) => word));
  // `G+C` is said with two words of the page where both stand alone as well.
  return new Set([...words].filter((word) => !isJoined(word, words)));
}

function isJoined(word: string, words: ReadonlySet<string>): boolean {
  const parts = word.split(/\s*[+/,&]\s*/u);
  return parts.length > 1 && parts.some((part) => words.has(part));
}

/**
 * The code set that holds every sign of the rows. It goes by a name only where the page means that: letters of RACI with
 * somebody responsible and somebody accountable, or a page that says so, and no legend that reads them as owners.
 */
export function chooseCodeSet(
  rows: readonly FoundRow[],
  legend: readonly LegendEntry[],
  parties: readonly FoundParty[],
  page: Page,
): FoundCodeSet {
  const used = new Set(rows.flatMap((row) => row.cells.flatMap(({ codes }) => codes ?? [])));
  const explained = legend.filter(({ sign }) => used.has(sign));
  const areLetters = [...used].every((sign) => raciLetters.includes(sign));
  const isMeant = used.size === 0 || (used.has('R') && used.has('A')) || saysRaci(page);
  if (areLetters && isMeant && !explained.some((entry) => namesOwner(entry, parties)))
    return { name: namedSet(used) };
  const meanings = new Map(legend.map(({ sign, meaning }) => [sign, meaning]));
  const signs = new Set([...explained.map(({ sign }) => sign), ...used]);
  return { codes: [...signs].map((sign) => ({ sign, name: meanings.get(sign) })) };
}

function saysRaci(page: Page): boolean {
  return textsOfPage(page).some((text) => /\bRA(?:S)?CI(?:-?VS)?\b/iu.test(text));
}

/** `C = Customer`, `S = Shared`, and no sentence such as `C: the customer is consulted`. */
function namesOwner({ meaning }: LegendEntry, parties: readonly FoundParty[]): boolean {
  if (meaning.split(/\s+/u).length > 4) return false;
  const isParty = parties.some(({ name }) => fold(name) === fold(meaning));
  return isParty || hasWord('customer', meaning) || hasWord('shared', meaning);
}

function namedSet(used: ReadonlySet<string>): 'RACI' | 'RASCI' | 'RACI-VS' {
  if (used.has('V')) return 'RACI-VS';
  return used.has('S') ? 'RASCI' : 'RACI';
}
