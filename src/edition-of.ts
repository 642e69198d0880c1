import { assembleEdition } from './catalogue/editions/assemble.ts';
import type { Catalogue, Product } from './catalogue/model.ts';
import type { Edition } from './edition/edition.ts';
import { programVersion } from './version.ts';

/** All documents of a product carry one edition, in whichever language and format they are. */
const editions = new WeakMap<Product, Edition>();

/** The edition of a product, as this version of the program writes it. */
export function editionOf(catalogue: Catalogue, product: Product): Edition {
  const known = editions.get(product) ?? assembleEdition(catalogue, product, programVersion());
  editions.set(product, known);
  return known;
}
