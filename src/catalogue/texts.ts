import type { Activity, Catalogue, Product, Text } from './model.ts';
import { flattenSections } from './sections.ts';

/** A text of a product, with the row it belongs to, where it does. */
export type ProductText = { readonly text: Text; readonly activity?: Activity };

/** Almost every rule asks for the texts of every product, which never changes. */
const known = new WeakMap<Product, readonly ProductText[]>();

/** Every text of a product that is printed, in reading order. */
export function textsOf(product: Product): readonly ProductText[] {
  const found = known.get(product) ?? [...gatherTexts(product)];
  known.set(product, found);
  return found;
}

function* gatherTexts(product: Product): Generator<ProductText> {
  yield { text: product.name };
  if (product.summary !== undefined) yield { text: product.summary };
  for (const party of product.parties) {
    yield { text: party.name };
    if (party.short !== undefined) yield { text: party.short };
  }
  for (const code of product.codes.codes) {
    yield { text: code.name };
    yield { text: code.meaning };
  }
  for (const section of flattenSections(product.sections)) {
    yield { text: section.title };
    for (const activity of section.activities) {
      yield { text: activity.text, activity };
      if (activity.note !== undefined) yield { text: activity.note, activity };
    }
  }
  for (const note of product.notes) yield { text: note };
  for (const link of product.links) yield { text: link.text };
}

/** Whether a text is a word of the templates, shared by all products. */
export function isWording(catalogue: Catalogue, text: Text): boolean {
  return catalogue.wording.get(text.id) === text;
}

/** A text cut to a length that fits a message, on one line. */
export function shorten(text: string, length = 60): string {
  const line = text.slice(0, length * 2).replace(/\s+/gu, ' ');
  return line.length <= length ? line : `${line.slice(0, length - 3).trimEnd()}...`;
}
