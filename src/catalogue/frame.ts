import type { Catalogue, Product } from './model.ts';

/** A product without its matrix and its texts: enough to plan its documents. */
export type ProductHead = Pick<Product, 'id' | 'edition' | 'language' | 'languages' | 'brand' | 'draft'>;

/**
 * What stands around the editions that documents are made from: all of a catalogue but its matrices, and the translations
 * that those alone need. It hardly grows with the number of products.
 */
export type Frame = Pick<
  Catalogue,
  'language' | 'languages' | 'shelves' | 'brands' | 'wording' | 'translations' | 'formats' | 'paper'
> & { readonly products: readonly ProductHead[] };

/** The frame of a catalogue by itself, which keeps nothing else of it. */
export function frameOf(catalogue: Catalogue): Frame {
  const { language, languages, shelves, brands, wording, translations, formats, paper } = catalogue;
  return {
    language,
    languages,
    shelves,
    brands,
    wording,
    translations: new Map(
      [...translations].map(([tag, memory]) => [tag, { ...memory, byProduct: new Map() }]),
    ),
    formats,
    paper,
    products: catalogue.products.map(headOf),
  };
}

function headOf({ id, edition, language, languages, brand, draft }: Product): ProductHead {
  return { id, edition, language, languages, brand, draft };
}
