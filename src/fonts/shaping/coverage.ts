import { Refusal } from './refusal.ts';

/**
 * Which glyphs a subtable is about, each with its place among them (OpenType specification, "chapter 2", coverage
 * table). Held as spans of glyphs; in most fonts they rise, so that a glyph is found by halving them. Of spans that overlap
 * the first one counts.
 */
export class Coverage {
  readonly #firsts: Uint16Array;
  readonly #lasts: Uint16Array;
  /** The place of the first glyph of each span. */
  readonly #places: Uint16Array;
  readonly #rises: boolean;

  constructor(table: DataView, at: number) {
    const format = table.getUint16(at);
    if (format !== 1 && format !== 2) throw new Refusal(`coverage in format ${format}`);
    const count = table.getUint16(at + 2);
    this.#firsts = new Uint16Array(count);
    this.#lasts = format === 1 ? this.#firsts : new Uint16Array(count);
    this.#places = new Uint16Array(count);
    let before = -1;
    let rises = true;
    for (let i = 0; i < count; i++) {
      const record = at + 4 + i * (format === 1 ? 2 : 6);
      const first = table.getUint16(record);
      const last = format === 1 ? first : table.getUint16(record + 2);
      rises &&= before < first && first <= last;
      this.#firsts[i] = first;
      this.#lasts[i] = last;
      this.#places[i] = format === 1 ? i : table.getUint16(record + 4);
      before = last;
    }
    this.#rises = rises;
  }

  /** The place of a glyph, -1 if it is none of these. */
  placeOf(glyph: number): number {
    const span = this.#rises ? this.#halve(glyph) : this.#search(glyph);
    return span === -1 ? -1 : this.#places[span]! + glyph - this.#firsts[span]!;
  }

  #search(glyph: number): number {
    return this.#firsts.findIndex((first, i) => first <= glyph && glyph <= this.#lasts[i]!);
  }

  #halve(glyph: number): number {
    let low = 0;
    let high = this.#firsts.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      if (glyph > this.#lasts[middle]!) low = middle + 1;
      else if (glyph < this.#firsts[middle]!) high = middle - 1;
      else return middle;
    }
    return -1;
  }
}
