import type { Catalogue, Text } from '../model.ts';
import { shorten, textsOf } from '../texts.ts';
import { translate } from '../translations.ts';
import type { Finding, Rule } from './rule.ts';

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
        const texts = [...textsOf(product)].map(({ text }) => text);
        const own = texts.filter((text) => !catalogue.wording.has(text.id));
        yield* staleTexts(catalogue, own, language, product.id);
      }
    }
    for (const language of catalogue.languages)
      yield* staleTexts(catalogue, catalogue.wording.values(), language);
  },
};

function* staleTexts(
  catalogue: Catalogue,
  texts: Iterable<Text>,
  language: string,
  product?: string,
): Generator<Finding> {
  const memory = catalogue.translations.get(language);
  for (const text of texts) {
    if (translate(text, language, memory, product)?.status !== 'stale') continue;
    const row = memory?.byProduct.get(product ?? '')?.get(text.id) ?? memory?.byId.get(text.id);
    // The row of a word may be one that ships with the program, where its reader cannot mend it.
    const [place, also] =
      product === undefined || row === undefined ? [text.place, undefined] : [row.place, text.place];
    yield {
      place,
      message: `The '${language}' text of '${text.id}' translates an older wording: '${shorten(row?.source ?? '')}'.`,
      hints: [
        `Translate '${shorten(text.source)}' in data/translations/${language}.csv, and write that as the source.`,
        `Or, where it is still right: annex translate accept --language ${language} ${text.id}`,
      ],
      ...(also !== undefined && { also }),
      scope: { ...(product !== undefined && { product }), language, row: text.id },
    };
  }
}
