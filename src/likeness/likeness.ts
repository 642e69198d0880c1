import { wordsOf } from './near.ts';

/**
 * How alike two texts of one language are, from 0 to 1. Case, punctuation, typography and the order of words do not
 * count; an inflected word counts for what it has in common, and a long word for more than a short one, so that what
 * little words say differently weighs little.
 *
 * It is Dice's coefficient of the trigrams of their words: cheap, and the same in every language.
 */
export function likeness(a: string, b: string): number {
  return compareProfiles(profileOf(a), profileOf(b));
}

/** What the likeness of a text is measured by: the trigrams of its words as numbers in ascending order, repeated ones too. */
export type Profile = Float64Array;

/** Prepares a text that is to be compared with many others. */
export function profileOf(text: string): Profile {
  return Float64Array.from(wordsOf(text).flatMap(trigramsOf)).sort();
}

/** The likeness of two texts by their profiles. */
export function compareProfiles(a: Profile, b: Profile): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i]!, b[j]!];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}

/** The most that the likeness of two texts can be, by their lengths alone. */
export function likenessAtMost(a: Profile, b: Profile): number {
  const total = a.length + b.length;
  return total === 0 ? 0 : (2 * Math.min(a.length, b.length)) / total;
}

/** Three code units of 16 bits fit a double without loss: the numbers are the trigrams and no hashes of them. */
const unit = 2 ** 16;

/** A word has as many trigrams as letters, counting blanks around it. */
function trigramsOf(word: string): number[] {
  const padded = ` ${word} `;
  return Array.from(
    word,
    (_, i) => (padded.charCodeAt(i) * unit + padded.charCodeAt(i + 1)) * unit + padded.charCodeAt(i + 2),
  );
}
