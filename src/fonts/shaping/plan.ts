import { featuresOf } from './features.ts';
import { fractionFeatures } from './fractions.ts';
import type { Lookup, LookupTable } from './lookups.ts';
import type { Script } from './scripts.ts';

/** A lookup in its turn, and the parts of fractions that it is for, as bits; 0 if it is for all glyphs. */
export type Step = { readonly lookup: Lookup; readonly parts: number };

// What every text is given that runs from left to right (OpenType specification, "Registered features").
const everyText = [
  ...['rvrn', 'ltra', 'ltrm', ...fractionFeatures.keys()],
  ...['ccmp', 'locl', 'rlig', 'mark', 'mkmk', 'calt', 'clig', 'liga', 'rclt', 'curs', 'kern'],
];

/** The lookups of all features that are on for a script, in the order in which the font has them. */
export class Plan {
  readonly steps: readonly Step[];
  readonly #begunBy = new Map<number, readonly number[]>();

  constructor(table: LookupTable, script: Script, asked: readonly string[]) {
    const offered = featuresOf(table, script);
    const steps: { readonly index: number; readonly parts: number }[] = [];
    for (const feature of new Set([...everyText, ...asked])) {
      const parts = fractionFeatures.get(feature) ?? 0;
      for (const index of offered.get(feature) ?? []) steps.push({ index, parts });
    }
    steps.sort((a, b) => a.index - b.index);
    this.steps = steps.map(({ index, parts }) => ({ lookup: table.lookup(index), parts }));
  }

  /** The places of the steps that may do anything where a glyph is. Of dozens, most glyphs have one or two. */
  begunBy(glyph: number): readonly number[] {
    let places = this.#begunBy.get(glyph);
    if (places === undefined) {
      places = this.steps.flatMap(({ lookup }, place) => (lookup.hitsOf(glyph).length > 0 ? [place] : []));
      this.#begunBy.set(glyph, places);
    }
    return places;
  }
}
