import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readCmap } from './cmap.ts';
import { webFont } from './woff2.ts';

const require = createRequire(import.meta.url);
const font = readFileSync(
  require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
);

/** Lengths of the tables by their numbers among the known tags, and the bytes of all, unpacked. */
function unpack(file: Uint8Array): { readonly lengths: Map<number, number>; readonly plain: Buffer } {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const lengths = new Map<number, number>();
  let at = 48;
  for (let table = 0; table < view.getUint16(12); table++) {
    const tag = view.getUint8(at++) & 0x3f;
    let length = 0;
    for (let more = true; more; at++) {
      length = (length << 7) | (view.getUint8(at) & 0x7f);
      more = (view.getUint8(at) & 0x80) !== 0;
    }
    lengths.set(tag, length);
  }
  return { lengths, plain: brotliDecompressSync(file.subarray(at, at + view.getUint32(20))) };
}

describe('a web font', () => {
  it('says its own length, and unpacks to as many bytes as its tables have', () => {
    const file = webFont(font, 'Annex')!;
    const view = new DataView(file.buffer);
    expect(view.getUint32(8)).toBe(file.length);
    const { lengths, plain } = unpack(file);
    expect([...lengths.values()].reduce((sum, length) => sum + length)).toBe(plain.length);
    expect([...lengths.keys()]).toEqual(expect.arrayContaining([0, 1, 2, 3, 4, 5, 6, 7, 10, 11]));
  });

  it('finds each character once, and no other', () => {
    const { lengths, plain } = unpack(webFont(font, 'Annexé'.repeat(3))!);
    let at = 0;
    for (const [tag, length] of lengths) {
      if (tag === 0) break;
      at += length;
    }
    const glyphOf = readCmap(new DataView(plain.buffer, plain.byteOffset + at, lengths.get(0)))!;
    const glyphs = [...'Anexé'].map((character) => glyphOf(character.codePointAt(0)!));
    expect(new Set(glyphs).size).toBe(5);
    expect(glyphs).not.toContain(0);
    expect(glyphOf('z'.codePointAt(0)!)).toBe(0);
  });

  it('is the same for the same characters, in whatever order', () => {
    expect(webFont(font, 'abc')).toEqual(webFont(font, 'cba'));
  });

  it('is not made of a font that may not be embedded, or of none', () => {
    const closed = Uint8Array.from(font);
    const view = new DataView(closed.buffer);
    for (let record = 12; ; record += 16) {
      if (view.getUint32(record) !== 0x4f532f32) continue; // OS/2
      view.setUint16(view.getUint32(record + 8) + 8, 0x0002);
      break;
    }
    expect(webFont(closed, 'abc')).toBeUndefined();
    expect(webFont(new Uint8Array(30), 'abc')).toBeUndefined();
  });
});
