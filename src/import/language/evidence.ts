import type { Product } from '../../catalogue/model.ts';
import { flattenSections } from '../../catalogue/sections.ts';
import type { JoinedMatrix } from '../joined.ts';
import { compareAcross } from '../pairing/kinship.ts';
import { compareLengths } from '../pairing/lengths.ts';
import type { Columns } from './columns.ts';

/** What speaks for a row of a page being an activity of a product in another language. */
export type Evidence = {
  /** All of it weighed together: about 3 for a sure pair, below 0 for what does not belong together. */
  readonly score: (activity: number, row: number) => number;
  /** What the two texts share in words. */
  readonly kinship: (activity: number, row: number) => number;
  readonly codes: (activity: number, row: number) => Agreement;
  /** Whether the text of the row is known to translate the activity. */
  readonly isKnown: (activity: number, row: number) => boolean;
};

/** Whether codes are the same; `unknown` where none that could be compared are certain. */
export type Agreement = 'same' | 'differ' | 'unknown';

/** How much each kind of evidence weighs, tried on pages that providers published in several languages. */
const weights = {
  base: 0.3,
  known: 5,
  most: 4,
  codes: { same: 1.6, differ: -1.6, unknown: 0 },
  number: 1.5,
  ordinal: 0.5,
} as const;

/** What is known of two languages, and of the texts, before the evidence is weighed. */
export type Known = {
  readonly kinship: Evidence['kinship'];
  /** An activity in the language of the page, where that is known. */
  readonly textOf: (activity: number) => string | undefined;
  /** How much a text and its translation share in these two languages: sharing less speaks against a pair. */
  readonly usual: number;
};

/** Gathers the evidence for every pair of an activity and a row. */
export function gatherEvidence(
  product: Product,
  joined: JoinedMatrix,
  columns: Columns,
  { kinship, textOf, usual }: Known,
): Evidence {
  const sources = product.activities.map(({ text }) => text.source);
  const texts = joined.rows.map(({ activity }) => activity);
  const lengths = compareLengths(sources, texts);
  const sections = compareSections(product, joined);
  const held = texts.map((_, row) => columns.codesOf(row));
  const known = sources.map((_, activity) => textOf(activity));
  const codes = (activity: number, row: number): Agreement =>
    agree(product.activities[activity]!.codes, held[row]!);
  const isKnown = (activity: number, row: number): boolean => known[activity] === texts[row];
  const score = (activity: number, row: number): number =>
    weights.base +
    (isKnown(activity, row) ? weights.known : weighWords(kinship(activity, row), usual)) +
    weights.codes[codes(activity, row)] +
    lengths(activity, row) +
    sections(activity, row);
  return { score, kinship, codes, isKnown };
}

/** Words in common speak for a pair; where fewer are in common than half of what is usual, that speaks against it. */
function weighWords(kinship: number, usual: number): number {
  return Math.min(weights.most, kinship) - Math.max(0, usual / 2 - kinship);
}

/** What every activity and every row share in words, counted once. */
export function tableKinship(product: Product, joined: JoinedMatrix): Evidence['kinship'] {
  const texts = joined.rows.map(({ activity }) => activity);
  const kinship = compareAcross(
    product.activities.map(({ text }) => text.source),
    texts,
  );
  const width = texts.length;
  const table = new Float32Array(product.activities.length * width);
  for (let at = 0; at < table.length; at++) table[at] = kinship(Math.floor(at / width), at % width);
  return (activity, row) => table[activity * width + row]!;
}

function agree(
  own: ReadonlyMap<string, readonly string[]>,
  found: ReadonlyMap<string, readonly string[] | undefined>,
): Agreement {
  const certain = [...found].filter(([, codes]) => codes !== undefined);
  if (certain.length === 0) return 'unknown';
  const isSame = certain.every(([party, codes]) => codes!.join() === (own.get(party) ?? []).join());
  return isSame ? 'same' : 'differ';
}

/** Whether two rows stand in the same section: by number where both have one, else by title and by order. */
function compareSections(product: Product, joined: JoinedMatrix): (activity: number, row: number) => number {
  const own = flattenSections(product.sections).filter(({ activities }) => activities.length > 0);
  const ownAt = new Map(own.map(({ key }, index) => [key, index]));
  const used = [...new Set(joined.rows.map(({ section }) => section))];
  const titles = used.map((section) => (section === undefined ? '' : joined.sections[section]!.title));
  const kin = compareAcross(
    own.map(({ title }) => title.source),
    titles,
  );
  const affinities = own.map(({ number }, a) =>
    used.map((section, b) => {
      const other = section === undefined ? undefined : joined.sections[section]!.number;
      const ordinal = a === b ? weights.ordinal : 0;
      if (other === undefined) return Math.min(weights.number, kin(a, b)) + ordinal;
      return number === other ? weights.number : Math.min(weights.number, kin(a, b)) - weights.number;
    }),
  );
  const usedAt = new Map(used.map((section, index) => [section, index]));
  return (activity, row) => {
    const a = ownAt.get(product.activities[activity]!.section)!;
    return affinities[a]![usedAt.get(joined.rows[row]!.section)!]!;
  };
}
