import { findNearWords, wordsOf } from '../../likeness/near.ts';
import type { Activity, Catalogue, Product, Text } from '../model.ts';
import { flattenSections } from '../sections.ts';
import { findRow } from '../translations.ts';

/** A row of a product that others may have too. */
export type Sibling = {
  readonly product: Product;
  readonly activity: Activity;
  /** The words of its text in the language of the workspace, or in its own where it is not translated into that. */
  readonly words: readonly string[];
};

/** Rows of different products, one of each, that say the same in the same words. */
export type Group = readonly Sibling[];

/** Two groups, by their positions, that say nearly the same. */
export type NearGroups = { readonly first: number; readonly second: number };

/** Words in common, of all words: below this, different activities outnumber reworded ones (docs/rules-false-alarms.md). */
const nearEnough = 0.8;

/**
 * Brings together the rows of all products that say the same, each in the language of the workspace if it is translated
 * into that. Where a product says the same in two sections, only rows under the same heading
 * belong together: an activity is its section and its text.
 */
export function groupSiblings(catalogue: Catalogue): Group[] {
  const byWords = new Map<string, (Sibling & { heading: string })[]>();
  for (const sibling of siblingsIn(catalogue)) {
    const said = sibling.words.join(' ');
    const group = byWords.get(said);
    if (group === undefined) byWords.set(said, [sibling]);
    else group.push(sibling);
  }
  return [...byWords.values()].flatMap((group) => (hasRepeats(group) ? partByHeading(group) : [group]));
}

/** Pairs of groups that say nearly the same. */
export function pairGroups(groups: readonly Group[]): NearGroups[] {
  return findNearWords(
    groups.map((group) => group[0]!.words),
    nearEnough,
  );
}

/** Whether a product has a row in both groups: then they are two activities, however alike. */
export function shareProduct(first: Group, second: Group): boolean {
  const products = new Set(first.map(({ product }) => product));
  return second.some(({ product }) => products.has(product));
}

function* siblingsIn(catalogue: Catalogue): Generator<Sibling & { heading: string }> {
  const memory = catalogue.translations.get(catalogue.language);
  const wordsIn = splitOnce();
  for (const product of catalogue.products) {
    const split = (text: Text): readonly string[] => {
      const row =
        text.language === catalogue.language ? undefined : memory && findRow(text, memory, product.id);
      return wordsIn(row === undefined ? text.source : row.row.text);
    };
    for (const section of flattenSections(product.sections)) {
      const heading = split(section.title).join(' ');
      for (const activity of section.activities) {
        const words = split(activity.text);
        if (words.length > 0) yield { product, activity, words, heading };
      }
    }
  }
}

/** The words of texts, of which many stand in many products. */
function splitOnce(): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const words = wordsOf(text);
    known.set(text, words);
    return words;
  };
}

function hasRepeats(group: Group): boolean {
  return new Set(group.map(({ product }) => product)).size < group.length;
}

/** By heading; under one heading a product has the first of its rows, for the rule activity-repeated names the others. */
function partByHeading(group: readonly (Sibling & { heading: string })[]): Group[] {
  const parts = new Map<string, Map<Product, Sibling>>();
  for (const sibling of group) {
    const part = parts.get(sibling.heading) ?? new Map<Product, Sibling>();
    if (!part.has(sibling.product)) part.set(sibling.product, sibling);
    parts.set(sibling.heading, part);
  }
  return [...parts.values()].map((part) => [...part.values()]);
}
