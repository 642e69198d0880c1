import type { Catalogue, Product } from './catalogue/model.ts';
import type { HistoryEntry } from './edition/history.ts';
import { editionOf } from './edition-of.ts';
import { tellHistory } from './release/history.ts';

/** All documents of a product tell one history, in whichever language and format they are. */
const histories = new WeakMap<Product, readonly HistoryEntry[]>();

/** What became of a product from its first released edition to the one it is in; empty where none was released. */
export function historyOf(catalogue: Catalogue, product: Product): readonly HistoryEntry[] {
  if (product.released.length === 0) return [];
  const known = histories.get(product) ?? tellHistory(product.released, editionOf(catalogue, product));
  histories.set(product, known);
  return known;
}
