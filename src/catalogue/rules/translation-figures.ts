import { compareFigures, figuresIn } from '../signals/figures.ts';
import { findInPairs, lookOnce, quote } from './pairs.ts';
import type { Rule } from './rule.ts';

/** A translation whose figures are not those of its source. */
export const translationFigures: Rule = {
  id: 'translation-figures',
  severity: 'warning',
  asks: 'A translation has the figures of its source.',
  why: 'A quantity or a term that one language lacks is a different promise there.',
  example: {
    file: 'translations/de.csv',
    broken: ',Report incidents within 24 hours,Vorfälle innerhalb eines Tages melden,reviewed',
    mended: ',Report incidents within 24 hours,Vorfälle innerhalb von 24 Stunden melden,reviewed',
  },
  *check(catalogue) {
    const figuresOf = lookOnce(figuresIn);
    yield* findInPairs(catalogue, ({ text, row, language }) => {
      const { lost, gained } = compareFigures(figuresOf(text.source), figuresIn(row.text));
      if (lost.length + gained.length === 0) return undefined;
      const parts = [
        lost.length > 0 ? `lacks the ${quote(lost)} of its source` : '',
        gained.length > 0 ? `has ${quote(gained)}, which its source has not` : '',
      ];
      return { message: `The '${language}' text ${parts.filter(Boolean).join(' and ')}.` };
    });
  },
};
