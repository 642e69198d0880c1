import type { Sfnt } from './sfnt.ts';

/** Which glyphs of a font a new one holds, by their new numbers; it grows by the parts of composed glyphs. */
type Chosen = { readonly ids: (number | undefined)[]; readonly numbers: Map<number | undefined, number> };

/** Whether a font has the tables that `subsetTrueType` reads: outlines that are not PostScript's. */
export function hasOutlines({ tables }: Sfnt): boolean {
  return neededTables.every((tag) => tables.has(tag));
}

const neededTables = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'];
// What TrueType instructions need, where a font has any.
const instructionTables = ['cvt ', 'fpgm', 'prep'];

/**
 * A TrueType font with these glyphs of another and nothing else, as a PDF embeds it (ISO 32000-1, 9.9): each glyph's
 * new number is its place in `ids`, which begin with 0; where none is named, a glyph is empty. Parts of composed glyphs
 * follow behind.
 */
export function subsetTrueType({ tables }: Sfnt, ids: readonly (number | undefined)[]): Uint8Array {
  const chosen = { ids: [...ids], numbers: new Map(ids.map((id, number) => [id, number])) };
  const outlines = copyOutlines(tables, chosen);
  const metrics = copyMetrics(tables, chosen.ids);
  const { glyf, loca, format } = joinOutlines(outlines);
  const written = new Map([
    ['glyf', glyf],
    ['head', changed(tables.get('head')!, (head) => head.setInt16(50, format))],
    ['hhea', changed(tables.get('hhea')!, (hhea) => hhea.setUint16(34, outlines.length))],
    ['hmtx', metrics],
    ['loca', loca],
    ['maxp', changed(tables.get('maxp')!, (maxp) => maxp.setUint16(4, outlines.length))],
  ]);
  for (const tag of instructionTables) {
    const table = tables.get(tag);
    if (table) written.set(tag, bytesOf(table));
  }
  return writeSfnt(written);
}

type Tables = Sfnt['tables'];

const shortOffsets = 0;
const longOffsets = 1;

const nothing = new Uint8Array();

function copyOutlines(tables: Tables, chosen: Chosen): Uint8Array[] {
  const glyf = tables.get('glyf')!;
  const offsetOf = readOffsets(tables);
  const outlines: Uint8Array[] = [];
  // The list grows while it is walked.
  for (let number = 0; number < chosen.ids.length; number++) {
    const id = chosen.ids[number];
    if (id === undefined) {
      outlines.push(nothing);
      continue;
    }
    const end = Math.min(offsetOf(id + 1), glyf.byteLength);
    const start = Math.min(offsetOf(id), end);
    const outline = bytesOf(glyf).slice(start, end);
    renumberParts(outline, chosen);
    outlines.push(outline);
  }
  return outlines;
}

/** Where each glyph's outline starts in `glyf`, and the next one's. */
function readOffsets(tables: Tables): (id: number) => number {
  const loca = tables.get('loca')!;
  return tables.get('head')!.getInt16(50) === longOffsets
    ? (id) => loca.getUint32(id * 4)
    : (id) => loca.getUint16(id * 2) * 2;
}

// Flags of a part (OpenType specification, "glyf", composite glyph description).
const wideArguments = 0x0001;
const oneScale = 0x0008;
const moreParts = 0x0020;
const twoScales = 0x0040;
const fourScales = 0x0080;

/** Gives the parts of a composed glyph their new numbers, and adds those that are not chosen yet. */
function renumberParts(outline: Uint8Array, chosen: Chosen): void {
  const view = new DataView(outline.buffer);
  if (view.byteLength < 10 || view.getInt16(0) >= 0) return;
  let at = 10;
  let flags = moreParts;
  while (flags & moreParts && at + 4 <= view.byteLength) {
    flags = view.getUint16(at);
    view.setUint16(at + 2, numberOf(view.getUint16(at + 2), chosen));
    const scales = flags & oneScale ? 2 : flags & twoScales ? 4 : flags & fourScales ? 8 : 0;
    at += 4 + (flags & wideArguments ? 4 : 2) + scales;
  }
}

function numberOf(id: number, { ids, numbers }: Chosen): number {
  const known = numbers.get(id);
  if (known !== undefined) return known;
  const number = ids.push(id) - 1;
  numbers.set(id, number);
  return number;
}

/** Advance and left bearing of each glyph; those past the last advance of the font share it. */
function copyMetrics(tables: Tables, ids: Chosen['ids']): Uint8Array {
  const hmtx = tables.get('hmtx')!;
  const advances = tables.get('hhea')!.getUint16(34);
  const metrics = new DataView(new ArrayBuffer(ids.length * 4));
  for (const [number, id] of ids.entries()) {
    if (id === undefined) continue;
    const bearing = id < advances ? id * 4 + 2 : advances * 4 + (id - advances) * 2;
    metrics.setUint16(number * 4, hmtx.getUint16(Math.min(id, advances - 1) * 4));
    metrics.setInt16(number * 4 + 2, bearing + 2 <= hmtx.byteLength ? hmtx.getInt16(bearing) : 0);
  }
  return bytesOf(metrics);
}

type Outlines = { readonly glyf: Uint8Array; readonly loca: Uint8Array; readonly format: number };

function joinOutlines(outlines: readonly Uint8Array[]): Outlines {
  const offsets = [0];
  for (const outline of outlines) offsets.push(offsets.at(-1)! + aligned(outline.length));
  const glyf = new Uint8Array(offsets.at(-1)!);
  for (const [number, outline] of outlines.entries()) glyf.set(outline, offsets[number]!);
  // Short offsets count in pairs of bytes.
  const isShort = glyf.length / 2 <= 0xffff;
  const loca = new DataView(new ArrayBuffer(offsets.length * (isShort ? 2 : 4)));
  for (const [number, offset] of offsets.entries()) {
    if (isShort) loca.setUint16(number * 2, offset / 2);
    else loca.setUint32(number * 4, offset);
  }
  return { glyf, loca: bytesOf(loca), format: isShort ? shortOffsets : longOffsets };
}

function changed(table: DataView, change: (copy: DataView) => void): Uint8Array {
  const copy = bytesOf(table).slice();
  change(new DataView(copy.buffer));
  return copy;
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

function aligned(length: number): number {
  return (length + 3) & ~3;
}

/** A font file of tables, in the order of their tags (OpenType specification, "otff"). */
function writeSfnt(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const tags = [...tables.keys()].sort();
  const start = 12 + tags.length * 16;
  const file = new Uint8Array(tags.reduce((length, tag) => length + aligned(tables.get(tag)!.length), start));
  const view = new DataView(file.buffer);
  const power = Math.floor(Math.log2(tags.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tags.length);
  view.setUint16(6, 2 ** power * 16);
  view.setUint16(8, power);
  view.setUint16(10, (tags.length - 2 ** power) * 16);
  let offset = start;
  for (const [i, tag] of tags.entries()) {
    const table = tables.get(tag)!;
    file.set(table, offset);
    const record = 12 + i * 16;
    for (let letter = 0; letter < 4; letter++) view.setUint8(record + letter, tag.charCodeAt(letter));
    view.setUint32(record + 4, checksum(view, offset, aligned(table.length)));
    view.setUint32(record + 8, offset);
    view.setUint32(record + 12, table.length);
    offset += aligned(table.length);
  }
  return file;
}

function checksum(view: DataView, offset: number, length: number): number {
  let sum = 0;
  for (let at = offset; at < offset + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
