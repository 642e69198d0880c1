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
  readonly product: string;
  /** The row or text that findings are about; absent where a text of no row is its own language. */
  readonly row: string | undefined;
  /** Whether it is a translation. */
  readonly isTranslated: boolean;
};

/** Every text of the products and every translation of one; words of the templates are not among them. */
export function* writtenIn(catalogue: Catalogue): Generator<Written> {
  for (const product of catalogue.products) {
    for (const { text, activity } of textsOf(product)) {
      if (isWording(catalogue, text)) continue;
      const { source, language, place } = text;
      yield { text: source, language, place, product: product.id, row: activity?.id, isTranslated: false };
    }
  }
  for (const { row, text, language, product } of pairsOf(catalogue))
    yield { text: row.text, language, place: row.place, product, row: text.id, isTranslated: true };
}

/** What a finding about a text touches. */
export function scopeOf({ product, language, row, isTranslated }: Written): NonNullable<Finding['scope']> {
  return { product, ...(isTranslated && { language }), ...(row !== undefined && { row }) };
}
