import type { Activity, Catalogue, Product, Text } from './model.ts';
import { flattenSections } from './sections.ts';

/** A text of a product, with the row it belongs to, where it does. */
export type ProductText = { readonly text: Text; readonly activity?: Activity };

/** Almost every rule asks for the texts of every product, which never changes. */
const known = new WeakMap<Product, readonly ProductText[]>();

/** Every text of a product that is printed, in reading order. */
export function textsOf(product: Product): readonly ProductText[] {
  const found = known.get(product) ?? gatherTexts(product);
  known.set(product, found);
  return found;
}

function gatherTexts({ name, summary, parties, codes, sections, notes, links }: Product): ProductText[] {
  const texts: ProductText[] = [{ text: name }];
  const add = (text: Text | undefined, activity?: Activity) => {
    if (text !== undefined) texts.push(activity === undefined ? { text } : { text, activity });
  };
  add(summary);
  for (const party of parties) {
    add(party.name);
    add(party.short);
  }
  for (const code of codes.codes) {
    add(code.name);
    add(code.meaning);
  }
  for (const section of flattenSections(sections)) {
    add(section.title);
    for (const activity of section.activities) {
      add(activity.text, activity);
      add(activity.note, activity);
    }
  }
  for (const note of notes) add(note);
  for (const link of links) add(link.text);
  return texts;
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
