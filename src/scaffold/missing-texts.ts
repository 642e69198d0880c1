import { configFile } from '../catalogue/config.ts';
import type { Catalogue, Text } from '../catalogue/model.ts';
import { textsOf } from '../catalogue/texts.ts';
import { translate } from '../catalogue/translations.ts';

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
  const shared = new Set([...catalogue.wording.values(), ...catalogue.sections]);
  const rows = lacking.map(({ text }) => ({
    id: isShared(text, shared) ? text.id : '',
    source: text.source,
  }));
  const once = new Map(rows.map((row) => [`${row.id}\0${row.source}`, row]));
  return [...once.values()].sort((a, b) => Number(a.id === '') - Number(b.id === ''));
}

/** Whether a text has an id of its own in the file of a language: words, sections, and what annex.yaml names. */
function isShared(text: Text, shared: ReadonlySet<Text>): boolean {
  return shared.has(text) || text.place.file === configFile;
}
