import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { openSfnt, type Sfnt } from './sfnt.ts';
import { hasOutlines, subsetTrueType } from './subset.ts';

const require = createRequire(import.meta.url);

function open(bytes: Uint8Array): Sfnt {
  const opened = openSfnt(bytes);
  if ('fault' in opened) throw new Error(opened.fault);
  return opened;
}

const font = open(
  readFileSync(require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf')),
);

function u16(sfnt: Sfnt, tag: string, at: number): number {
  return sfnt.tables.get(tag)!.getUint16(at);
}

/** The outline of a glyph, in either format of `loca`. */
function outlineOf(sfnt: Sfnt, id: number): DataView {
  const loca = sfnt.tables.get('loca')!;
  const isLong = u16(sfnt, 'head', 50) === 1;
  const offset = (i: number) => (isLong ? loca.getUint32(i * 4) : loca.getUint16(i * 2) * 2);
  const glyf = sfnt.tables.get('glyf')!;
  return new DataView(glyf.buffer, glyf.byteOffset + offset(id), offset(id + 1) - offset(id));
}

/** A glyph of the font that is composed of others, and the first of them. */
function composed(): { readonly id: number; readonly part: number } {
  for (let id = 0; id < u16(font, 'maxp', 4); id++) {
    const outline = outlineOf(font, id);
    if (outline.byteLength > 14 && outline.getInt16(0) < 0) return { id, part: outline.getUint16(12) };
  }
  throw new Error('No glyph of the font is composed.');
}

describe('a subset of a TrueType font', () => {
  it('holds the chosen glyphs under their new numbers, and no other', () => {
    const subset = open(subsetTrueType(font, [0, 40, 30]));
    expect(u16(subset, 'maxp', 4)).toBe(3);
    expect(u16(subset, 'hhea', 34)).toBe(3);
    for (const [number, id] of [0, 40, 30].entries()) {
      const [copy, original] = [outlineOf(subset, number), outlineOf(font, id)];
      for (let at = 0; at < original.byteLength; at++) expect(copy.getUint8(at)).toBe(original.getUint8(at));
      expect(u16(subset, 'hmtx', number * 4)).toBe(u16(font, 'hmtx', id * 4));
      expect(u16(subset, 'hmtx', number * 4 + 2)).toBe(u16(font, 'hmtx', id * 4 + 2));
    }
  });

  it('holds glyphs under the numbers that they had, if it is asked to, with nothing between', () => {
    const subset = open(subsetTrueType(font, [0, undefined, 2, undefined, undefined, 5]));
    expect(u16(subset, 'maxp', 4)).toBe(6);
    expect([0, 1, 2, 3, 4, 5].map((id) => outlineOf(subset, id).byteLength > 0)).toEqual(
      [0, 1, 2, 3, 4, 5].map((id) => [0, 2, 5].includes(id) && outlineOf(font, id).byteLength > 0),
    );
    expect(u16(subset, 'hmtx', 5 * 4)).toBe(u16(font, 'hmtx', 5 * 4));
  });

  it('says where long outlines stand, though they take more than short offsets tell', () => {
    const all = Array.from({ length: u16(font, 'maxp', 4) }, (_, id) => id);
    const subset = open(subsetTrueType(font, all));
    expect([u16(open(subsetTrueType(font, [0])), 'head', 50), u16(subset, 'head', 50)]).toEqual([0, 1]);
    const last = all.findLast((id) => outlineOf(font, id).byteLength > 0)!;
    expect(outlineOf(subset, last).getInt16(0)).toBe(outlineOf(font, last).getInt16(0));
  });

  it('brings the parts of a composed glyph, under numbers behind the chosen ones', () => {
    const { id, part } = composed();
    const subset = open(subsetTrueType(font, [0, id]));
    expect(u16(subset, 'maxp', 4)).toBeGreaterThan(2);
    expect(outlineOf(subset, 1).getUint16(12)).toBe(2);
    expect(outlineOf(subset, 2).byteLength).toBe((outlineOf(font, part).byteLength + 3) & ~3);
  });

  it('brings a part once that is chosen too', () => {
    const { id, part } = composed();
    const subset = open(subsetTrueType(font, [0, part, id]));
    expect(outlineOf(subset, 2).getUint16(12)).toBe(1);
  });

  it('says how long its tables are and what they add up to', () => {
    const bytes = subsetTrueType(font, [0, 40]);
    const view = new DataView(bytes.buffer);
    for (let record = 12; record < 12 + view.getUint16(4) * 16; record += 16) {
      const [offset, length] = [view.getUint32(record + 8), view.getUint32(record + 12)];
      let sum = 0;
      for (let at = offset; at < offset + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
      expect(view.getUint32(record + 4)).toBe(sum);
    }
  });

  it('is asked for only of a font that has such outlines', () => {
    expect(hasOutlines(font)).toBe(true);
    expect(hasOutlines({ tables: new Map([...font.tables].filter(([tag]) => tag !== 'glyf')) })).toBe(false);
  });
});
