import { countParentheses } from '../signals/parentheses.ts';
import { findInPairs } from './pairs.ts';
import type { Rule } from './rule.ts';

/** A translation that lost a remark in parentheses, or has one more. */
export const translationParentheses: Rule = {
  id: 'translation-parentheses',
  severity: 'warning',
  asks: 'A translation has as many remarks in parentheses as its source.',
  why: 'What stands in parentheses narrows a duty or gives its examples; a language without it promises more.',
  example: {
    file: 'translations/de.csv',
    broken: ',Choose the size (storage),Die Größe wählen,reviewed',
    mended: ',Choose the size (storage),Die Größe wählen (Speicher),reviewed',
  },
  *check(catalogue) {
    yield* findInPairs(catalogue, ({ text, row, language }) => {
      const [source, translation] = [countParentheses(text.source), countParentheses(row.text)];
      if (source === translation) return undefined;
      const count = (number: number) => (number === 0 ? 'none' : String(number));
      return {
        message: `The '${language}' text has ${translation === 0 ? 'no remark' : remarks(translation)} in parentheses; its source has ${count(source)}.`,
      };
    });
  },
};

function remarks(count: number): string {
  return count === 1 ? '1 remark' : `${count} remarks`;
}
