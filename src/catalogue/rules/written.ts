import type { Place } from '../../diagnostics/place.ts';
import type { Catalogue } from '../model.ts';
import { isWording, textsOf } from '../texts.ts';
import { pairsOf } from './pairs.ts';
import type { Finding } from './rule.ts';

/** A text of a product as it stands in a file, in whichever language. */
export type Written = {
  readonly text: string;
  readonly language: string;
  readonly place: Place;
  readonly scope: NonNullable<Finding['scope']>;
};

/** Every text of the products and every translation of one; words of the templates are not among them. */
export function* writtenIn(catalogue: Catalogue): Generator<Written> {
  for (const product of catalogue.products) {
    for (const { text, activity } of textsOf(product)) {
      if (isWording(catalogue, text)) continue;
      const scope = { product: product.id, ...(activity && { row: activity.id }) };
      yield { text: text.source, language: text.language, place: text.place, scope };
    }
  }
  for (const { row, text, language, product } of pairsOf(catalogue))
    yield { text: row.text, language, place: row.place, scope: { product, language, row: text.id } };
}
