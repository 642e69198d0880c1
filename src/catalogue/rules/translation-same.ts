import { shorten } from '../texts.ts';
import { findInPairs } from './pairs.ts';
import type { Rule } from './rule.ts';

/** A translation that is its source. */
export const translationSame: Rule = {
  id: 'translation-same',
  severity: 'warning',
  asks: 'A translation is not its source again.',
  why: 'A sentence that was copied and never translated stands in a contract that its reader cannot read.',
  example: {
    file: 'translations/de.csv',
    broken: ',Open and close accounts,Open and close accounts,reviewed',
    mended: ',Open and close accounts,Konten eröffnen und schließen,reviewed',
  },
  *check(catalogue) {
    yield* findInPairs(catalogue, ({ text, row, language }) => {
      if (row.text.trim() !== text.source.trim() || isSameTongue(text.language, language)) return undefined;
      if (!isSentence(text.source)) return undefined;
      return { message: `The '${language}' text is its source: '${shorten(text.source)}'.` };
    });
  },
};

/** Names, figures and words that languages share are the same in both; several words in small letters are not. */
function isSentence(text: string): boolean {
  return (text.match(/(?<![\p{L}\p{N}])\p{Ll}{3,}/gu)?.length ?? 0) >= 2;
}

/** British and American English may well say the same. */
function isSameTongue(a: string, b: string): boolean {
  return a.split('-')[0] === b.split('-')[0];
}
