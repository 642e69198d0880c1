import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { divideByFont, fontFor, missingGlyphs, openStack, widthIn } from './stack.ts';

const fonts = 'node_modules/@expo-google-fonts';
const sans = readFileSync(`${fonts}/source-sans-3/400Regular/SourceSans3_400Regular.ttf`);
const symbols = readFileSync(`${fonts}/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf`);

const alone = openStack([sans])!;
const both = openStack([sans, symbols])!;

describe('a stack of fonts', () => {
  it('divides a text by the first font that has a character', () => {
    expect(divideByFont(both, 'Keep \u2603 cool')).toEqual([
      { text: 'Keep ', font: 0 },
      { text: '\u2603', font: 1 },
      { text: ' cool', font: 0 },
    ]);
  });

  it('leaves a text whole where one font has all of it', () => {
    expect(divideByFont(both, 'Ver\u00adant\u00adwortung 2026\u201103')).toHaveLength(1);
    expect(divideByFont(both, '')).toEqual([{ text: '', font: 0 }]);
  });

  it('keeps a mark with the character it stands on', () => {
    expect(divideByFont(both, '\u2603\ufe0f')).toEqual([{ text: '\u2603\ufe0f', font: 1 }]);
    expect(divideByFont(both, 'e\u0301')).toEqual([{ text: 'e\u0301', font: 0 }]);
  });

  it('finds the one font for a whole text, or none', () => {
    expect(fontFor(both, 'R')).toBe(0);
    expect(fontFor(both, '\u2603')).toBe(1);
    expect(fontFor(both, 'R\u4e2d')).toBe(-1);
  });

  it('adds up widths font by font', () => {
    expect(widthIn(both, 'a\u2603b', 10)).toBeCloseTo(
      alone[0].widthOf('ab', 10) + both[1]!.widthOf('\u2603', 10),
    );
  });

  it('is none where its first file is no font, and does without another that is none', () => {
    const broken = new Uint8Array(40);
    expect(openStack([broken, sans])).toBeUndefined();
    expect(openStack([sans, broken])).toHaveLength(1);
  });
});

describe('missingGlyphs', () => {
  it('names each missing character once, in order', () => {
    expect(missingGlyphs(alone, 'a \u4e2d b \u6587 \u4e2d')).toEqual(['\u4e2d', '\u6587']);
  });

  it('names only what no font has', () => {
    expect(missingGlyphs(alone, '\u2603 \u4e2d')).toEqual(['\u2603', '\u4e2d']);
    expect(missingGlyphs(both, '\u2603 \u4e2d')).toEqual(['\u4e2d']);
  });

  it('does not ask for characters that layout never paints', () => {
    expect(
      missingGlyphs(alone, 'Ver\u00adant\u200bwor\u2060tung\n\ufeff10\u00a0km, 2026\u201103, a\ufe0f'),
    ).toEqual([]);
  });
});
