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
 * As `findNear`, of texts whose words are known already. Each text is asked for its words once and they are not kept, so they may
 * be cut when they are asked for.
 *
 * Not every pair is looked at. Where two sets are as alike as that, they share two of the few rarest words of each (the
 * prefix filter of Chaudhuri, Ganti and Kaushik, 2006, with Wang, Li and Feng's longer prefixes, 2012), so only texts
 * that share such words are compared.
 */
export function findNearWords(texts: Iterable<readonly string[]>, least: number): NearPair[] {
  const ranked = rankWords(texts);
  const holders = new Map<number, number[]>();
  const count = ranked.starts.length - 1;
  const shared = new Uint8Array(count);
  const pairs: NearPair[] = [];
  for (let second = 0; second < count; second++) {
    const length = lengthOf(ranked, second);
    const needed = Math.min(2, leastShared(length, least));
    const prefix = length - leastShared(length, least) + needed;
    for (const first of gather(ranked, second, prefix, holders, shared)) {
      if (shared[first]! >= needed) {
        const likeness = dice(ranked, first, second);
        if (likeness >= least) pairs.push({ first, second, likeness });
      }
      shared[first] = 0;
    }
  }
  return pairs.sort((a, b) => a.first - b.first || a.second - b.second);
}

/**
 * Each text as the ranks of its words, the rarest first, one text behind the other: a text has those from its start up to the
 * start of the next. Ten thousand texts are half a megabyte so, where a set of words for each would be ten.
 */
type Ranked = { readonly ranks: Uint32Array; readonly starts: readonly number[] };

function lengthOf({ starts }: Ranked, text: number): number {
  return starts[text + 1]! - starts[text]!;
}

/** The earlier texts that hold one of the rarest words of a text, counted in `shared`; the text itself is noted for later ones. */
function gather(
  { ranks, starts }: Ranked,
  text: number,
  rarest: number,
  holders: Map<number, number[]>,
  shared: Uint8Array,
): number[] {
  const met: number[] = [];
  const start = starts[text]!;
  for (let at = start; at < start + rarest; at++) {
    const earlier = holders.get(ranks[at]!);
    if (earlier === undefined) {
      holders.set(ranks[at]!, [text]);
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

/** Words that stand in equally many texts are ranked by code unit. */
function rankWords(texts: Iterable<readonly string[]>): Ranked {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const starts = [0];
  const said: number[] = [];
  for (const words of texts) {
    for (const word of new Set(words)) {
      const number = numbers.get(word) ?? numbers.size;
      if (number === numbers.size) numbers.set(word, number);
      counts[number] = (counts[number] ?? 0) + 1;
      said.push(number);
    }
    starts.push(said.length);
  }
  const rankOf = rankByRarity([...numbers.keys()], counts);
  const ranks = Uint32Array.from(said, (number) => rankOf[number]!);
  for (let text = 0; text < starts.length - 1; text++) ranks.subarray(starts[text], starts[text + 1]).sort();
  return { ranks, starts };
}

/** Ranks by the numbers of words. */
function rankByRarity(words: readonly string[], counts: readonly number[]): Uint32Array {
  const byRarity = words.map((_, number) => number);
  byRarity.sort((a, b) => counts[a]! - counts[b]! || (words[a]! < words[b]! ? -1 : 1));
  const rankOf = new Uint32Array(words.length);
  byRarity.forEach((number, rank) => {
    rankOf[number] = rank;
  });
  return rankOf;
}

/** How many words a set of so many has in common with any set that is alike enough. */
function leastShared(words: number, least: number): number {
  return Math.ceil((least / (2 - least)) * words);
}

function dice({ ranks, starts }: Ranked, first: number, second: number): number {
  let shared = 0;
  const [endOfFirst, end] = [starts[first + 1]!, starts[second + 1]!];
  for (let i = starts[first]!, j = starts[second]!; i < endOfFirst && j < end; ) {
    const [x, y] = [ranks[i]!, ranks[j]!];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const words = endOfFirst - starts[first]! + (end - starts[second]!);
  return words === 0 ? 0 : (2 * shared) / words;
}
