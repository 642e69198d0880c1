import { Contexts } from './contexts.ts';
import type { Hit, Kind, LookupTable } from './lookups.ts';
import { offsetIn } from './lookups.ts';
import { Refusal } from './refusal.ts';
import type { Run } from './run.ts';
import type { Applying } from './walk.ts';

/**
 * Lookups of `GPOS` by number: single, pair, mark on base, mark on mark, context, chained context. Cursive script (3)
 * and marks on ligatures (5) are known, so that a text without them need not be refused.
 */
export const placing: Kind = { types: new Set([1, 2, 3, 4, 5, 6, 7, 8]), context: 7, chain: 8, extension: 9 };

/** Applies lookups of `GPOS` (OpenType specification, "GPOS") where a run is. */
export class Placement implements Applying {
  readonly #table: LookupTable;
  readonly #contexts: Contexts;

  constructor(table: LookupTable) {
    this.#table = table;
    this.#contexts = new Contexts(table);
  }

  apply(run: Run, hit: Hit, applyLookup: (lookup: number) => void): boolean {
    switch (hit.subtable.type) {
      case 1:
        return this.#moveOne(run, hit);
      case 2:
        return this.#movePair(run, hit);
      case 4:
        return this.#placeOnBase(run, hit);
      case 6:
        return this.#placeOnMark(run, hit);
      case 7:
      case 8:
        return this.#contexts.apply(run, hit, applyLookup);
      default:
        throw new Refusal(`placing of type ${hit.subtable.type}`);
    }
  }

  #moveOne(run: Run, { subtable: { at, format }, place }: Hit): boolean {
    const { bytes } = this.#table;
    const fields = bytes.getUint16(at + 4);
    if (format === 1) this.#move(run, run.index, at + 6, fields);
    else if (format === 2 && place < bytes.getUint16(at + 6)) {
      this.#move(run, run.index, at + 8 + place * sizeOf(fields), fields);
    } else throw new Refusal(`single placing in format ${format}`);
    return true;
  }

  #movePair(run: Run, hit: Hit): boolean {
    const { bytes } = this.#table;
    const { at, format } = hit.subtable;
    const next = run.placeAfter(run.index, 1);
    const second = run.items[next];
    if (second === undefined) return false;
    const fields = bytes.getUint16(at + 4);
    const secondFields = bytes.getUint16(at + 6);
    const length = sizeOf(fields) + sizeOf(secondFields);
    let values: number | undefined;
    if (format === 1) values = this.#pairOf(hit, second.id, length);
    else if (format === 2) values = this.#classesOf(run, hit, second.id, length);
    else throw new Refusal(`placing of pairs in format ${format}`);
    if (values === undefined) return false;
    this.#move(run, run.index, values, fields);
    this.#move(run, next, values + sizeOf(fields), secondFields);
    return true;
  }

  /** Where the values of a pair stand that is listed by its second glyph. */
  #pairOf({ subtable: { at }, place }: Hit, second: number, length: number): number | undefined {
    const { bytes } = this.#table;
    if (place >= bytes.getUint16(at + 8)) throw new Refusal('pairs that are missing');
    const set = offsetIn(bytes, at, at + 10 + place * 2);
    const end = set + 2 + bytes.getUint16(set) * (2 + length);
    for (let pair = set + 2; pair < end; pair += 2 + length) {
      if (bytes.getUint16(pair) === second) return pair + 2;
    }
    return undefined;
  }

  /** Where the values of a pair stand by the classes of its glyphs. */
  #classesOf(run: Run, { subtable }: Hit, second: number, length: number): number {
    const { bytes } = this.#table;
    const { at } = subtable;
    const row = this.#table.classesOf(subtable, 8)[run.items[run.index]!.id]!;
    const column = this.#table.classesOf(subtable, 10)[second]!;
    const columns = bytes.getUint16(at + 14);
    if (row >= bytes.getUint16(at + 12) || column >= columns) throw new Refusal('a class that is missing');
    return at + 16 + (row * columns + column) * length;
  }

  /** Adds a value record to where a glyph stands; which numbers it has is told by the bits of `fields`. */
  #move(run: Run, index: number, at: number, fields: number): void {
    const { bytes } = this.#table;
    const item = run.items[index]!;
    let field = at;
    const next = (bit: number): number => {
      if ((fields & bit) === 0) return 0;
      field += 2;
      return bytes.getInt16(field - 2);
    };
    item.xOffset += next(1);
    item.yOffset += next(2);
    item.xAdvance += next(4);
    item.yAdvance += next(8);
  }

  #placeOnBase(run: Run, hit: Hit): boolean {
    const { items } = run;
    let base = run.index - 1;
    while (base >= 0 && (run.isMark(items[base]!) || (items[base]!.component ?? 0) > 0)) base -= 1;
    return base >= 0 && this.#place(run, hit, base);
  }

  #placeOnMark(run: Run, hit: Hit): boolean {
    const { items, index } = run;
    const before = run.placeAfter(index, -1);
    const base = items[before];
    if (base === undefined || !run.isMark(base)) return false;
    const mark = items[index]!;
    const isLigature = (item: typeof mark): boolean => item.ligature !== 0 && !item.component;
    const together =
      mark.ligature === base.ligature
        ? mark.ligature === 0 || mark.component === base.component
        : isLigature(mark) || isLigature(base);
    return together && this.#place(run, hit, before);
  }

  /** Puts a mark with its anchor on the anchor that a glyph before it has for marks of its class. */
  #place(run: Run, { subtable: { at }, place }: Hit, base: number): boolean {
    const { bytes } = this.#table;
    const basePlace = this.#table.coverage(offsetIn(bytes, at, at + 4)).placeOf(run.items[base]!.id);
    if (basePlace === -1) return false;
    const classCount = bytes.getUint16(at + 6);
    const marks = offsetIn(bytes, at, at + 8);
    const bases = offsetIn(bytes, at, at + 10);
    if (place >= bytes.getUint16(marks) || basePlace >= bytes.getUint16(bases)) {
      throw new Refusal('anchors that are missing');
    }
    const record = marks + 2 + place * 4;
    const markClass = bytes.getUint16(record);
    if (markClass >= classCount) throw new Refusal('a class of marks that is missing');
    const own = this.#anchorAt(marks, record + 2);
    const theirs = this.#anchorAt(bases, bases + 2 + (basePlace * classCount + markClass) * 2);
    const mark = run.items[run.index]!;
    mark.xOffset = theirs.x - own.x;
    mark.yOffset = theirs.y - own.y;
    mark.base = base;
    return true;
  }

  #anchorAt(start: number, offsetAt: number): { readonly x: number; readonly y: number } {
    const { bytes } = this.#table;
    const at = offsetIn(bytes, start, offsetAt);
    const format = bytes.getUint16(at);
    if (format < 1 || format > 3) throw new Refusal(`an anchor in format ${format}`);
    return { x: bytes.getInt16(at + 2), y: bytes.getInt16(at + 4) };
  }
}

/** Bytes of a value record. Beyond four numbers it may have four offsets, which only matter on low resolutions. */
function sizeOf(fields: number): number {
  if (fields > 0xff) throw new Refusal('values that are not known');
  let size = 0;
  for (let bits = fields; bits !== 0; bits >>= 1) size += (bits & 1) * 2;
  return size;
}

/** Marks were placed on the origins of others; their own lie behind all that was set between. */
export function settleMarks({ items }: Run): void {
  for (const [i, item] of items.entries()) {
    if (item.base === null) continue;
    const base = items[item.base]!;
    item.xOffset += base.xOffset;
    item.yOffset += base.yOffset;
    for (let between = item.base; between < i; between++) {
      item.xOffset -= items[between]!.xAdvance;
      item.yOffset -= items[between]!.yAdvance;
    }
  }
}
