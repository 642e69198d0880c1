import type { Catalogue, Product, Text, TranslationRow } from '../model.ts';
import { shorten, textsOf } from '../texts.ts';
import type { Finding, Rule } from './rule.ts';

/** A translation that nothing uses. */
export const translationOrphaned: Rule = {
  id: 'translation-orphaned',
  severity: 'warning',
  asks: 'Every translation belongs to a text.',
  why: 'A row that nothing uses is often one whose source was reworded: the work of its translator is being lost.',
  example: {
    file: 'translations/de.csv',
    broken: ',Open and shut accounts,Konten eröffnen und schließen,reviewed',
    mended: ',Open and close accounts,Konten eröffnen und schließen,reviewed',
  },
  *check(catalogue) {
    // A product or a row that could not be read would make orphans of its translations.
    if (!catalogue.whole) return;
    const shared = [...catalogue.wording.values(), ...catalogue.sections];
    const [ids, sources] = [new Set<string>(), new Set<string>()];
    for (const texts of [shared, ...catalogue.products.map(translatables)]) {
      for (const text of texts) {
        ids.add(text.id);
        sources.add(text.source);
      }
    }
    for (const memory of catalogue.translations.values()) {
      const { language } = memory;
      for (const row of memory.byId.values()) {
        if (!ids.has(row.id)) yield orphan(row, `No text has the id '${row.id}'.`, { language });
      }
      for (const row of memory.phrases.values()) {
        if (!sources.has(row.source))
          yield orphan(row, `No text reads '${shorten(row.source)}'.`, { language });
      }
      yield* orphansOfProducts(catalogue, memory.byProduct, language);
    }
  },
};

function* orphansOfProducts(
  catalogue: Catalogue,
  byProduct: ReadonlyMap<string, ReadonlyMap<string, TranslationRow>>,
  language: string,
): Generator<Finding> {
  const products = new Map(catalogue.products.map((product) => [product.id, product]));
  for (const [id, rows] of byProduct) {
    const product = products.get(id);
    if (product === undefined || rows.size === 0) continue;
    const ids = new Set(translatables(product).map((text) => text.id));
    for (const row of rows.values()) {
      if (!ids.has(row.id))
        yield orphan(row, `No text of this product has the id '${row.id}'.`, { product: id, language });
    }
  }
}

function translatables(product: Product): Text[] {
  return [...textsOf(product)].map(({ text }) => text);
}

function orphan(row: TranslationRow, message: string, scope: Finding['scope'] & {}): Finding {
  return { place: row.place, message, hints: ['Correct its id or source, or remove the row.'], scope };
}
