import type { Catalogue } from '../catalogue/model.ts';
import { textsOf } from '../catalogue/texts.ts';
import { translate } from '../catalogue/translations.ts';
import { rowIds } from './row-ids.ts';

/** A text that a language lacks, as a row of its file. */
export type MissingText = {
  /** Empty for a phrase, which serves every product that has the text. */
  readonly id: string;
  readonly source: string;
};

/**
 * What a language lacks: words of the templates, then sections and names that products share, then the texts of the
 * products in reading order, each phrase once.
 */
export function missingTexts(catalogue: Catalogue, language: string): MissingText[] {
  const memory = catalogue.translations.get(language);
  const products = catalogue.products.filter(({ languages }) => languages.includes(language));
  const texts = products.flatMap((product) =>
    [...textsOf(product)].map(({ text }) => ({ text, product: product.id })),
  );
  const words = [...catalogue.wording.values()].map((text) => ({ text, product: undefined }));
  const lacking = [...words, ...texts].filter(
    ({ text, product }) => translate(text, language, memory, product) === undefined,
  );
  const idOf = rowIds(catalogue);
  const rows = lacking.map(({ text }) => ({ id: idOf(text), source: text.source }));
  const once = new Map(rows.map((row) => [`${row.id}\0${row.source}`, row]));
  return [...once.values()].sort((a, b) => Number(a.id === '') - Number(b.id === ''));
}
