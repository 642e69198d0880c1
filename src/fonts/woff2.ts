import { brotliCompressSync, constants } from 'node:zlib';
import { readCmap } from './cmap.ts';
import { openSfnt, type Sfnt } from './sfnt.ts';
import { hasOutlines, subsetTrueType } from './subset.ts';

/**
 * A font of some characters as a web page carries it (W3C WOFF 2.0, its tables untransformed), or undefined where the font
 * cannot or may not be made into one. Characters that it lacks are left out; kerning and features stay behind.
 */
export function webFont(bytes: Uint8Array, characters: Iterable<string>): Uint8Array | undefined {
  const font = openSfnt(bytes);
  if ('fault' in font || !hasOutlines(font) || !mayBeEmbedded(font)) return undefined;
  const cmap = font.tables.get('cmap');
  const glyphOf = cmap && readCmap(cmap);
  if (glyphOf === undefined) return undefined;
  const codePoints = [...new Set([...characters].map((character) => character.codePointAt(0)!))];
  const mapped = codePoints
    .map((codePoint) => ({ codePoint, glyph: glyphOf(codePoint) }))
    .filter(({ glyph }) => glyph !== 0)
    .sort((a, b) => a.codePoint - b.codePoint);
  const glyphs = [...new Set([0, ...mapped.map(({ glyph }) => glyph)])];
  const subset = openSfnt(subsetTrueType(font, glyphs));
  if ('fault' in subset) return undefined;
  const numbered = mapped.map(({ codePoint, glyph }) => [codePoint, glyphs.indexOf(glyph)] as const);
  return pack([
    ...[...subset.tables].map(([tag, table]) => [tag, bytesOf(table)] as const),
    ['OS/2', bytesOf(font.tables.get('OS/2')!)],
    ['cmap', writeCmap(numbered)],
    ['name', emptyNames],
    ['post', postWithoutNames],
  ]);
}

// OpenType, "OS/2", fsType: restricted licence, no subsetting, bitmaps only.
const reserved = 0x0002 | 0x0100 | 0x0200;

/** Whether the font's own table says that a part of it may be embedded. */
function mayBeEmbedded({ tables }: Sfnt): boolean {
  const os2 = tables.get('OS/2');
  return os2 !== undefined && os2.byteLength >= 78 && (os2.getUint16(8) & reserved) === 0;
}

/** Format 12 for all planes, as one subtable (OpenType, "cmap"); each character is a group of its own. */
function writeCmap(mapped: readonly (readonly [codePoint: number, glyph: number])[]): Uint8Array {
  const length = 16 + mapped.length * 12;
  const table = new DataView(new ArrayBuffer(12 + length));
  for (const [at, value] of [0, 1, 3, 10].entries()) table.setUint16(at * 2, value);
  table.setUint32(8, 12);
  table.setUint16(12, 12);
  table.setUint32(16, length);
  table.setUint32(24, mapped.length);
  for (const [i, [codePoint, glyph]] of mapped.entries()) {
    for (const [at, value] of [codePoint, codePoint, glyph].entries())
      table.setUint32(28 + i * 12 + at * 4, value);
  }
  return bytesOf(table);
}

const emptyNames = new Uint8Array([0, 0, 0, 0, 0, 6]);
/** Version 3 of `post`: glyphs have no names. */
const postWithoutNames = new Uint8Array(32).fill(0).map((_, i) => (i === 1 ? 3 : 0));

type NamedTable = readonly [tag: string, bytes: Uint8Array];

// WOFF 2.0, 4.1: the numbers of the tags that are known.
const knownTags = 'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep'.match(/.{4} ?/g)!;
const tagNumbers = new Map(knownTags.map((tag, number) => [tag.slice(0, 4), number]));
const headerLength = 48;

function pack(tables: readonly NamedTable[]): Uint8Array {
  const directory = tables.flatMap(([tag, bytes]) => directoryEntry(tag, bytes.length));
  const plain = Buffer.concat(tables.map(([, bytes]) => bytes));
  const packed = brotliCompressSync(plain, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
      // The best quality takes ten times as long, for two bytes in a hundred.
      [constants.BROTLI_PARAM_QUALITY]: 9,
      // A window that the font fits into: to fill the usual one takes twenty times as long as to pack 30 kB.
      [constants.BROTLI_PARAM_LGWIN]: Math.max(
        constants.BROTLI_MIN_WINDOW_BITS,
        Math.ceil(Math.log2(plain.length + 16)),
      ),
    },
  });
  const length = (headerLength + directory.length + packed.length + 3) & ~3;
  const file = new Uint8Array(length);
  const view = new DataView(file.buffer);
  const unpacked = tables.reduce((sum, [, bytes]) => sum + 16 + ((bytes.length + 3) & ~3), 12);
  view.setUint32(0, 0x774f4632); // wOF2
  view.setUint32(4, 0x00010000);
  view.setUint32(8, length);
  view.setUint16(12, tables.length);
  view.setUint32(16, unpacked);
  view.setUint32(20, packed.length);
  file.set(directory, headerLength);
  file.set(packed, headerLength + directory.length);
  return file;
}

/** Outlines have a transformation unless version 3 says that they have none; other tables have none in version 0. */
function directoryEntry(tag: string, length: number): number[] {
  const version = tag === 'glyf' || tag === 'loca' ? 3 : 0;
  return [(version << 6) | tagNumbers.get(tag)!, ...base128(length)];
}

/** Seven bits a byte, the highest first; all but the last byte have their top bit set (WOFF 2.0, 4.1). */
function base128(value: number): number[] {
  const more = value >>> 7;
  const above = more > 0 ? base128(more).map((byte) => byte | 0x80) : [];
  return [...above, value & 0x7f];
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
