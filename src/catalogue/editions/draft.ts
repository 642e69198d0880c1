import { type Diagnostic, warning } from '../../diagnostics/diagnostic.ts';
import type { Edition } from '../../edition/edition.ts';
import { findBreaches } from '../../edition/promise.ts';
import type { Catalogue, Product } from '../model.ts';
import { assembleContent } from './assemble.ts';

/**
 * The catalogue with its drafts told from what was released. A product is one that was released where the edition it
 * names was, and its matrix keeps what that edition promised.
 */
export function settleDrafts(catalogue: Catalogue): Catalogue {
  return {
    ...catalogue,
    products: catalogue.products.map((product) => ({ ...product, draft: isDraft(catalogue, product) })),
  };
}

function isDraft(catalogue: Catalogue, product: Product): boolean {
  const released = releasedAs(product);
  return released === undefined || findBreaches(assembleContent(catalogue, product), released).length > 0;
}

/** Matrices that break what was released under the name they still have: every one of their documents is a draft. */
export function findChanged(catalogue: Catalogue): Diagnostic[] {
  // Where a row could not be read, it is missing from the matrix as from nobody's hand.
  if (!catalogue.whole) return [];
  return catalogue.products
    .filter((product) => product.draft && releasedAs(product) !== undefined)
    .map(({ id, edition, place }) =>
      warning(
        'edition-changed',
        place,
        `Edition ${edition} is released, and the matrix says something else today: its documents are drafts.`,
        { hints: [newEdition, `annex release ${id} counts what changed.`], scope: { product: id } },
      ),
    );
}

/** How to mend a matrix that was changed under a released name. */
export const newEdition =
  'Give the matrix a new edition in product.yaml, with the day from which it is in effect as updated.';

/**
 * What was released under the name of the edition that a product is in. Case does not tell two names apart: the paths
 * of their documents would meet.
 */
export function releasedAs({
  released,
  edition,
}: Pick<Product, 'released' | 'edition'>): Edition | undefined {
  return released.find((earlier) => earlier.edition.toLowerCase() === edition.toLowerCase());
}
