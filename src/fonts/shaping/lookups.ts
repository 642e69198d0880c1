import { type Classes, readClasses } from './classes.ts';
import { Coverage } from './coverage.ts';
import { Refusal } from './refusal.ts';

/** A part of a lookup, and what it says first of all: which glyphs it is about. */
export type Subtable = {
  readonly type: number;
  readonly format: number;
  /** Where it starts in its table, in bytes. */
  readonly at: number;
  readonly coverage: Coverage;
};

/** A subtable that is about a glyph, and the glyph's place in it. */
export type Hit = { readonly subtable: Subtable; readonly place: number };

/** What a lookup steps over (OpenType specification, "chapter 2", lookup flags). */
export type Ignored = { readonly classes: number; readonly attachment: number };

/** One step of substituting or placing glyphs. */
export type Lookup = {
  readonly ignores: Ignored;
  /** What it may do with a glyph, in the order in which it is tried. */
  hitsOf(glyph: number): readonly Hit[];
};

/** What differs between substituting (`GSUB`) and placing (`GPOS`): how subtables are numbered. */
export type Kind = {
  readonly types: ReadonlySet<number>;
  readonly context: number;
  readonly chain: number;
  readonly extension: number;
};

/**
 * The table `GSUB` or `GPOS` of a font (OpenType specification, "chapter 2"). Lookups and what they need are read when
 * a text first needs them, once.
 */
export class LookupTable {
  readonly bytes: DataView;
  readonly kind: Kind;
  readonly #glyphCount: number;
  readonly #list: number;
  readonly #lookups = new Map<number, Lookup>();
  readonly #coverages = new Map<number, Coverage>();
  readonly #classes = new Map<number, Classes>();

  constructor(bytes: DataView, kind: Kind, glyphCount: number) {
    const version = bytes.getUint32(0);
    if (version !== 0x00010000 && version !== 0x00010001) throw new Refusal(`lookups in version ${version}`);
    this.bytes = bytes;
    this.kind = kind;
    this.#glyphCount = glyphCount;
    this.#list = bytes.getUint16(8);
  }

  lookup(index: number): Lookup {
    return once(this.#lookups, index, () => this.#readLookup(index));
  }

  /** The coverage that `bytes` has at an offset. */
  coverage(at: number): Coverage {
    return once(this.#coverages, at, () => new Coverage(this.bytes, at));
  }

  /** The classes at the offset that stands in a subtable. */
  classesOf(subtable: Subtable, offsetAt: number): Classes {
    const at = offsetIn(this.bytes, subtable.at, subtable.at + offsetAt);
    return once(this.#classes, at, () => readClasses(this.bytes, at, this.#glyphCount));
  }

  #readLookup(index: number): Lookup {
    const { bytes } = this;
    if (this.#list === 0 || index >= bytes.getUint16(this.#list))
      throw new Refusal('a lookup that is missing');
    const at = offsetIn(bytes, this.#list, this.#list + 2 + index * 2);
    const type = bytes.getUint16(at);
    const flags = bytes.getUint16(at + 2);
    const subtables: Subtable[] = [];
    for (let i = 0; i < bytes.getUint16(at + 4); i++) {
      subtables.push(this.#readSubtable(type, offsetIn(bytes, at, at + 6 + i * 2)));
    }
    const hits = new Map<number, readonly Hit[]>();
    return {
      ignores: { classes: flags & 0xe, attachment: flags >> 8 },
      hitsOf: (glyph) => once(hits, glyph, () => hitsAmong(subtables, glyph)),
    };
  }

  #readSubtable(type: number, at: number): Subtable {
    const { bytes, kind } = this;
    if (type === kind.extension) {
      const extended = bytes.getUint16(at + 2);
      if (extended === kind.extension) throw new Refusal('an extension of an extension');
      return this.#readSubtable(extended, at + bytes.getUint32(at + 4));
    }
    if (!kind.types.has(type)) throw new Refusal(`a lookup of type ${type}`);
    const format = bytes.getUint16(at);
    const coverage = this.coverage(offsetIn(bytes, at, this.#offsetOfCoverage(type, format, at)));
    return { type, format, at, coverage };
  }

  /** Contexts in format 3 have a coverage for each of their glyphs; what is looked up is the first that they change. */
  #offsetOfCoverage(type: number, format: number, at: number): number {
    if (format !== 3) return at + 2;
    if (type === this.kind.context) return at + 6;
    if (type === this.kind.chain) return at + 4 + this.bytes.getUint16(at + 2) * 2 + 2;
    return at + 2;
  }
}

const none: readonly Hit[] = [];

function hitsAmong(subtables: readonly Subtable[], glyph: number): readonly Hit[] {
  const hits: Hit[] = [];
  for (const subtable of subtables) {
    const place = subtable.coverage.placeOf(glyph);
    if (place !== -1) hits.push({ subtable, place });
  }
  return hits.length === 0 ? none : hits;
}

/** Where a table's part starts, by the offset from the table that stands at a place; there must be one. */
export function offsetIn(bytes: DataView, start: number, at: number): number {
  const offset = bytes.getUint16(at);
  if (offset === 0) throw new Refusal('a part that is missing');
  return start + offset;
}

function once<Value>(known: Map<number, Value>, key: number, make: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}
