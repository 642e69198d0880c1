import type { Catalogue, Text, TranslationRow } from '../model.ts';
import { shorten } from '../texts.ts';
import type { Finding, Rule } from './rule.ts';

/** A word of the templates whose translation lost a value, or asks for one that nobody gives. */
export const translationPlaceholder: Rule = {
  id: 'translation-placeholder',
  severity: 'error',
  asks: 'A translated word has the {placeholders} of its source.',
  why: 'A lost one drops a value, such as the page number; one too many prints its braces.',
  example: {
    file: 'translations/de.csv',
    broken: 'page-of,Page {page} of {pages},Seite {page},reviewed',
    mended: 'page-of,Page {page} of {pages},Seite {page} von {pages},reviewed',
  },
  *check(catalogue) {
    for (const memory of catalogue.translations.values()) {
      for (const row of memory.byId.values()) {
        const word = catalogue.wording.get(row.id);
        if (word !== undefined && !row.id.startsWith('date-pattern'))
          yield* compare(catalogue, word, row, memory.language);
      }
    }
  },
};

function* compare(
  catalogue: Catalogue,
  word: Text,
  row: TranslationRow,
  language: string,
): Generator<Finding> {
  const wanted = placeholdersOf(word.source);
  const given = placeholdersOf(row.text);
  const lost = wanted.filter((name) => !given.includes(name));
  const surplus = given.filter((name) => !wanted.includes(name));
  if (lost.length + surplus.length === 0) return;
  const parts = [
    lost.length > 0 ? `lacks ${lost.map(inBraces).join(', ')}` : '',
    surplus.length > 0 ? `has ${surplus.map(inBraces).join(', ')} too many` : '',
  ];
  yield {
    place: row.place,
    message: `The '${language}' text of '${row.id}' ${parts.filter(Boolean).join(' and ')}: '${shorten(row.text)}'.`,
    hints: [`Its source is '${shorten(word.source)}'.`],
    scope: catalogue.language === language ? {} : { language },
  };
}

function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([a-z][a-zA-Z]*)\}/g)].map(([, name]) => name!))];
}

function inBraces(name: string): string {
  return `{${name}}`;
}
