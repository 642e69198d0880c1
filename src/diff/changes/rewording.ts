import { likeness } from '../../likeness/likeness.ts';
import { wordChanges } from '../../likeness/word-changes.ts';
import type { Rewording } from '../product-diff.ts';

/** Says whether two texts are the same to a reader of the two editions. */
export type SameText = (from: string, to: string) => boolean;

/** What a text became; undefined where it reads the same. */
export function reword(from: string, to: string, isSame: SameText): Rewording | undefined {
  if (isSame(from, to)) return undefined;
  return { from, to, words: wordChanges(from, to), likeness: likeness(from, to) };
}

/** Word for word, sign for sign. */
export const isSameLetters: SameText = (from, to) => from === to;

/** But for quotation marks, hyphens and blanks, which web pages and word processors set as they like. */
export const isSameTypography: SameText = (from, to) => fold(from) === fold(to);

function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u201a\u201b\u2032`´]/gu, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb\u2033]\s?|\s(?=\u00bb)/gu, '"')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\u00ad|\u200b/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
