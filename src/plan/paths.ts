import type { Product } from '../catalogue/model.ts';

/** An edition of a product, as far as paths tell of it. */
type Named = Pick<Product, 'id' | 'edition' | 'draft'>;

/**
 * Where an artifact is published, relative to the output folder. The folder says which product and edition; the name
 * says it all again, for whoever finds the file in a download folder. Every part is lower-case ASCII by its own rule
 * (product, brand, language, edition), so the path is safe on every system and no two artifacts meet in one path.
 */
export function artifactPath(product: Named, language: string, brand: string, extension: string): string {
  const edition = product.edition.toLowerCase();
  const draft = product.draft ? '-draft' : '';
  const name = `${brand}-${product.id}-responsibility-matrix-edition-${edition}${draft}-${language.toLowerCase()}`;
  return `${product.id}/${edition}/${name}.${extension}`;
}
