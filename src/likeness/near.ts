/** Two texts of a list that say nearly the same, by their positions, the first one first. */
export type NearPair = {
  readonly first: number;
  readonly second: number;
  /** Dice's coefficient of their sets of words: 1 for the same words in any order. */
  readonly likeness: number;
};

/** The words of a text, lower case: letters and digits, without punctuation and typography. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

/** Of more texts than these that share a rare word, only so many are compared: the price is linear in the texts. */
const mostSharing = 32;

/** All pairs of texts that are alike to at least `least`, between 0 and 1, in the order of the list. */
export function findNear(texts: readonly string[], least: number): NearPair[] {
  return findNearWords(texts.map(wordsOf), least);
}

/**
 * As `findNear`, of texts whose words are known already.
 *
 * Not every pair is looked at. Where two sets are as alike as that, they share two of the few rarest words of each (the
 * prefix filter of Chaudhuri, Ganti and Kaushik, 2006, with Wang, Li and Feng's longer prefixes, 2012), so only texts
 * that share such words are compared.
 */
export function findNearWords(texts: readonly (readonly string[])[], least: number): NearPair[] {
  const ranked = rankWords(texts.map((words) => new Set(words)));
  const holders = new Map<number, number[]>();
  const shared = new Uint8Array(texts.length);
  const pairs: NearPair[] = [];
  ranked.forEach((words, second) => {
    const needed = Math.min(2, leastShared(words.length, least));
    const prefix = words.slice(0, words.length - leastShared(words.length, least) + needed);
    for (const first of gather(prefix, second, holders, shared)) {
      if (shared[first]! >= needed) {
        const likeness = dice(ranked[first]!, words);
        if (likeness >= least) pairs.push({ first, second, likeness });
      }
      shared[first] = 0;
    }
  });
  return pairs.sort((a, b) => a.first - b.first || a.second - b.second);
}

/** The earlier texts that hold one of some words, counted in `shared`; the text itself is noted for later ones. */
function gather(
  prefix: readonly number[],
  text: number,
  holders: Map<number, number[]>,
  shared: Uint8Array,
): number[] {
  const met: number[] = [];
  for (const word of prefix) {
    const earlier = holders.get(word);
    if (earlier === undefined) {
      holders.set(word, [text]);
      continue;
    }
    for (const first of earlier) {
      if (shared[first] === 0) met.push(first);
      shared[first]!++;
    }
    if (earlier.length < mostSharing) earlier.push(text);
  }
  return met;
}

/** Each set of words as ranks, the rarest word first; words that stand in equally many texts by code unit. */
function rankWords(sets: readonly ReadonlySet<string>[]): number[][] {
  const counts = new Map<string, number>();
  for (const words of sets) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byRarity = [...counts].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
  const ranks = new Map(byRarity.map(([word], rank) => [word, rank]));
  return sets.map((words) => [...words].map((word) => ranks.get(word)!).sort((a, b) => a - b));
}

/** How many words a set of so many has in common with any set that is alike enough. */
function leastShared(words: number, least: number): number {
  return Math.ceil((least / (2 - least)) * words);
}

function dice(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i]!, b[j]!];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}
