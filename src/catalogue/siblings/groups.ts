import { findNearWords, wordsOf } from '../../likeness/near.ts';
import type { Activity, Catalogue, Product, Text } from '../model.ts';
import { flattenSections } from '../sections.ts';
import { findRow } from '../translations.ts';

/** A row of a product that others may have too. */
export type Sibling = {
  readonly product: Product;
  readonly activity: Activity;
  /** The words of its text in the language of the workspace, or in its own where it is not translated into that; in one line. */
  readonly said: string;
};

/** The words of a row: thousands of rows are held, and their words in one line are a tenth of a list of them. */
export function wordsIn({ said }: Sibling): readonly string[] {
  return said.split(' ');
}

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
  const byWords = new Map<string, Found[]>();
  for (const sibling of siblingsIn(catalogue)) {
    const group = byWords.get(sibling.said);
    if (group === undefined) byWords.set(sibling.said, [sibling]);
    else group.push(sibling);
  }
  return [...byWords.values()].flatMap((group) => (hasRepeats(group) ? partByHeading(group) : [group]));
}

/** Pairs of groups that say nearly the same. */
export function pairGroups(groups: readonly Group[]): NearGroups[] {
  return findNearWords(firstWords(groups), nearEnough);
}

function* firstWords(groups: readonly Group[]): Generator<readonly string[]> {
  for (const group of groups) yield wordsIn(group[0]!);
}

/** Whether a product has a row in both groups: then they are two activities, however alike. */
export function shareProduct(first: Group, second: Group): boolean {
  const products = new Set(first.map(({ product }) => product));
  return second.some(({ product }) => products.has(product));
}

/** A row with the heading that it stands under. */
type Found = Sibling & { readonly heading: string };

function* siblingsIn(catalogue: Catalogue): Generator<Found> {
  const memory = catalogue.translations.get(catalogue.language);
  const inWords = sayOnce();
  for (const product of catalogue.products) {
    const say = (text: Text): string => {
      const found =
        text.language === catalogue.language ? undefined : memory && findRow(text, memory, product.id);
      return found === undefined ? text.source : found.row.text;
    };
    for (const section of flattenSections(product.sections)) {
      const heading = inWords(say(section.title));
      for (const activity of section.activities) {
        if (!activity.readable) continue;
        const said = inWords(say(activity.text));
        if (said !== '') yield { product, activity, said, heading };
      }
    }
  }
}

/** The words of texts in one line; many texts stand in many products. */
function sayOnce(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text) ?? wordsOf(text).join(' ');
    known.set(text, found);
    return found;
  };
}

function hasRepeats(group: Group): boolean {
  return new Set(group.map(({ product }) => product)).size < group.length;
}

/** By heading; under one heading a product has the first of its rows, for the rule activity-repeated names the others. */
function partByHeading(group: readonly Found[]): Group[] {
  const parts = new Map<string, Map<Product, Sibling>>();
  for (const sibling of group) {
    const part = parts.get(sibling.heading) ?? new Map<Product, Sibling>();
    if (!part.has(sibling.product)) part.set(sibling.product, sibling);
    parts.set(sibling.heading, part);
  }
  return [...parts.values()].map((part) => [...part.values()]);
}
