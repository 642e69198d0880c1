import { compareLists, listsIn } from '../signals/lists.ts';
import { findInPairs, lookOnce } from './pairs.ts';
import type { Rule } from './rule.ts';

/** A translation whose list names fewer or more things than that of its source. */
export const translationLists: Rule = {
  id: 'translation-lists',
  severity: 'warning',
  asks: 'A list has as many items in a translation as in its source.',
  why: 'What is missing from a list of things to be done is not owed in that language.',
  example: {
    file: 'translations/de.csv',
    broken: ',"Back up: emails, contacts, calendars, settings","Sichern: E-Mails, Kontakte",reviewed',
    mended:
      ',"Back up: emails, contacts, calendars, settings","Sichern: E-Mails, Kontakte, Kalender, Einstellungen",reviewed',
  },
  *check(catalogue) {
    const listsOf = lookOnce(listsIn);
    yield* findInPairs(catalogue, ({ text, row, language }) => {
      const differing = compareLists(listsOf(text.source), listsIn(row.text));
      if (differing === undefined) return undefined;
      const { source, translation } = differing;
      return {
        message: `The list behind '${translation.after}' has ${translation.items} items in the '${language}' text and ${source.items} in its source.`,
      };
    });
  },
};
