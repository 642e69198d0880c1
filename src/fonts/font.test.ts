import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Font, openFont } from './font.ts';

const file = readFileSync(
  'node_modules/@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
);

function open(bytes: Uint8Array): Font {
  const opened = openFont(bytes);
  if ('fault' in opened) throw new Error(opened.fault);
  return opened.font;
}

function faultOf(bytes: Uint8Array): string | undefined {
  const opened = openFont(bytes);
  return 'fault' in opened ? opened.fault : undefined;
}

function changed(offset: number, ...values: number[]): Uint8Array {
  const copy = Uint8Array.from(file);
  copy.set(values, offset);
  return copy;
}

describe('openFont', () => {
  it('reads the measures of Source Sans', () => {
    const { unitsPerEm, ascent, descent, capHeight } = open(file);
    expect({ unitsPerEm, ascent, descent, capHeight }).toEqual({
      unitsPerEm: 1000,
      ascent: 1024,
      descent: 400,
      capHeight: 660,
    });
  });

  it('knows which characters have a glyph', () => {
    const font = open(file);
    expect([...'Aéżß–’\u202f'].map((character) => font.hasGlyph(character.codePointAt(0)!))).toEqual(
      Array(7).fill(true),
    );
    expect(font.hasGlyph(0x4e2d)).toBe(false);
    expect(font.hasGlyph(0x1f600)).toBe(false);
  });

  it('adds up advances, with figures of one width', () => {
    const font = open(file);
    expect(font.widthOf('2026', 10)).toBeCloseTo(4 * font.widthOf('0', 10));
    expect(font.widthOf('', 10)).toBe(0);
    expect(font.widthOf('W', 10)).toBeGreaterThan(font.widthOf('i', 10));
  });

  it('gives the same font for the same bytes', () => {
    expect(open(file)).toBe(open(file));
  });

  it('names the container of a file that is no plain font', () => {
    expect(faultOf(new TextEncoder().encode('wOF2............'))).toContain('WOFF2');
    expect(faultOf(new TextEncoder().encode('wOFF............'))).toContain('WOFF');
    expect(faultOf(new TextEncoder().encode('ttcf............'))).toContain('collection');
    expect(faultOf(new TextEncoder().encode('%PDF-1.7 not a font'))).toContain('no TrueType');
    expect(faultOf(new Uint8Array(3))).toContain('too short');
  });

  it('says that a cut file is cut, wherever it is cut', () => {
    for (let length = 0; length < file.length; length += 997) {
      expect(faultOf(file.subarray(0, length))).toMatch(/short|cut off/);
    }
  });

  it('survives any single broken byte', () => {
    for (let offset = 0; offset < 4000; offset += 3) {
      const opened = openFont(changed(offset, 0xff, 0xff));
      if ('fault' in opened) continue;
      for (const codePoint of [0x20, 0x41, 0x202f, 0xffff, 0x1f600]) opened.font.advance(codePoint);
    }
  });
});
