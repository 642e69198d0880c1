import { shorten, textsOf } from '../texts.ts';
import { translate } from '../translations.ts';
import type { Rule } from './rule.ts';

/** A translation of what a text used to say. */
export const translationStale: Rule = {
  id: 'translation-stale',
  severity: 'warning',
  asks: 'Every translation translates today’s text.',
  why: 'The source was reworded after it was translated; the two languages may now say different things.',
  example: {
    file: 'translations/de.csv',
    broken: 'accounts,Open accounts,Konten eröffnen,reviewed',
    mended: 'accounts,Open and close accounts,Konten eröffnen und schließen,reviewed',
  },
  *check(catalogue) {
    for (const product of catalogue.products) {
      for (const language of product.languages) {
        const memory = catalogue.translations.get(language);
        for (const { text } of textsOf(product)) {
          if (translate(text, language, memory, product.id)?.status !== 'stale') continue;
          const row = memory?.byProduct.get(product.id)?.get(text.id) ?? memory?.byId.get(text.id);
          yield {
            place: row?.place ?? text.place,
            message: `The '${language}' text of '${text.id}' translates an older wording: '${shorten(row?.source ?? '')}'.`,
            hints: [`Translate '${shorten(text.source)}', and write that as the source.`],
            also: text.place,
            scope: { product: product.id, language, row: text.id },
          };
        }
      }
    }
  },
};
