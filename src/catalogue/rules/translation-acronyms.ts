import { compareAcronyms } from '../signals/acronyms.ts';
import { findInPairs, quote } from './pairs.ts';
import type { Rule } from './rule.ts';

/** A translation that lost an acronym of its source, or has one more. */
export const translationAcronyms: Rule = {
  id: 'translation-acronyms',
  severity: 'warning',
  asks: 'A translation has as many acronyms as its source.',
  why: 'An acronym names a document, a protocol or a system; where one is gone, so is what it named.',
  example: {
    file: 'translations/de.csv',
    broken: ',Keep the service up as the SLA says,Den Dienst verfügbar halten,reviewed',
    mended: ',Keep the service up as the SLA says,Den Dienst gemäß SLA verfügbar halten,reviewed',
  },
  *check(catalogue) {
    yield* findInPairs(catalogue, ({ text, row, language }) => {
      const { lost, gained } = compareAcronyms(text.source, row.text);
      if (lost.length > 0) return { message: `The '${language}' text lacks ${quote(lost)} of its source.` };
      if (gained.length === 0) return undefined;
      return { message: `The '${language}' text has ${quote(gained)}, which its source has not.` };
    });
  },
};
