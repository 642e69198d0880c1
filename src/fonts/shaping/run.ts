import type { Classes } from './classes.ts';
import type { Ignored } from './lookups.ts';
import { Refusal } from './refusal.ts';

/** A glyph on its way through the lookups of a font. Lengths in units of the font. */
export type Item = {
  id: number;
  /** The characters it came from. */
  codePoints: readonly number[];
  /** In which parts of a fraction it stands, as bits. */
  readonly parts: number;
  /** The ligature that it is or belongs to; 0 for none. */
  ligature: number;
  /** Which part of that ligature a mark belongs to. */
  component: number | null;
  /** The place in the run of the glyph that a mark stands on. */
  base: number | null;
  advanceWidth: number;
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
};

/** What a font says of its glyphs in `GDEF`, each by number. */
export type GlyphKinds = {
  /** 1 base, 2 ligature, 3 mark. */
  readonly classes: Classes;
  readonly attachments: Classes | undefined;
};

export function newItem(id: number, codePoints: readonly number[], parts: number): Item {
  return {
    id,
    codePoints,
    parts,
    ligature: 0,
    component: null,
    base: null,
    advanceWidth: 0,
    xAdvance: 0,
    yAdvance: 0,
    xOffset: 0,
    yOffset: 0,
  };
}

const mark = 3;

/** The glyphs of a text, and where a lookup is among them. */
export class Run {
  readonly items: Item[];
  /** Where the lookup is. */
  index = 0;
  /** What the lookup does not see. */
  ignores: Ignored = { classes: 0, attachment: 0 };
  /** The parts of fractions in which glyphs must stand that the lookup may join. */
  parts = 0;
  readonly #kinds: GlyphKinds;
  #ligatures = 0;

  constructor(items: Item[], kinds: GlyphKinds) {
    this.items = items;
    this.#kinds = kinds;
  }

  isMark(item: Item): boolean {
    return this.#kinds.classes[item.id] === mark;
  }

  /** A number that no ligature of the run has yet. */
  nextLigature(): number {
    this.#ligatures += 1;
    return this.#ligatures;
  }

  /** Shows another glyph for an item. */
  replace(item: Item, id: number): void {
    if (id >= this.#kinds.classes.length) throw new Refusal('a glyph that the font does not have');
    item.id = id;
  }

  /** The place so many seen glyphs after another, or before it; outside of the run where there are not so many. */
  placeAfter(from: number, steps: number): number {
    if (this.ignores.classes === 0 && this.ignores.attachment === 0) return from + steps;
    const direction = steps < 0 ? -1 : 1;
    let at = from;
    for (let left = Math.abs(steps); left > 0; left--) {
      at += direction;
      while (at >= 0 && at < this.items.length && this.#isIgnored(this.items[at]!.id)) at += direction;
    }
    return at;
  }

  #isIgnored(id: number): boolean {
    const { classes, attachment } = this.ignores;
    const kind = this.#kinds.classes[id]!;
    // The flags that ignore bases, ligatures and marks are the bits 1, 2 and 3: the numbers of the classes.
    if (kind >= 1 && kind <= mark && (classes >> kind) & 1) return true;
    return attachment !== 0 && kind === mark && this.#kinds.attachments?.[id] !== attachment;
  }
}
