import { describe, expect, it } from 'vitest';
import type { EmbeddedFont, GlyphPosition } from '../engine/fonts.ts';
import { type Glyphs, Shaper } from './glyphs.ts';

/** Glyphs of 500 but for what is told of them; a glyph's code is its place in the text. */
function shape(text: string, ...positions: Partial<GlyphPosition>[]): Glyphs {
  let asked = 0;
  const font = {
    font: { hasGlyphForCodePoint: (codePoint: number) => codePoint < 0x80 },
    unicode: [[0], ...[...text].map((character) => [character.codePointAt(0)!])],
    encode: (encoded: string) => {
      asked++;
      const codes = [...encoded].map((_, i) => `000${i + 1}`);
      const plain = { xAdvance: 500, advanceWidth: 500, xOffset: 0, yOffset: 0 };
      return [codes, codes.map((_, i) => ({ ...plain, ...positions[i] }))];
    },
  } as unknown as EmbeddedFont;
  const shaper = new Shaper();
  const glyphs = shaper.shape(font, text);
  expect(shaper.shape(font, text)).toBe(glyphs);
  expect(asked).toBe(1);
  return glyphs;
}

describe('a shaped text', () => {
  it('is one operand where every glyph follows the other', () => {
    expect(shape('abc')).toEqual({
      stretches: [{ rise: 0, operand: '[<000100020003>]' }],
      advance: 1500,
      isTrue: true,
    });
  });

  it('brings pairs of letters closer', () => {
    expect(shape('AV', { xAdvance: 420 }).stretches[0]!.operand).toBe('[<0001>80<0002>]');
  });

  it('sets an accent back over its letter, and goes on behind the letter', () => {
    const accent = { xAdvance: 0, advanceWidth: 0, xOffset: -250 };
    expect(shape('abc', {}, accent).stretches[0]!.operand).toBe('[<0001>250<0002>-250<0003>]');
  });

  it('adds up what a glyph leaves and what the next one asks for', () => {
    const accent = { xAdvance: 0, advanceWidth: 0, xOffset: -250 };
    expect(shape('abc', {}, accent, accent).stretches[0]!.operand).toBe('[<0001>250<00020003>-250]');
  });

  it('lifts an accent that stands on another', () => {
    const accent = { xAdvance: 0, advanceWidth: 0, yOffset: 150 };
    expect(shape('ab', {}, accent).stretches).toEqual([
      { rise: 0, operand: '[<0001>]' },
      { rise: 150, operand: '[<0002>]' },
    ]);
  });

  it('is not true where glyphs say something else', () => {
    const font = {
      font: { hasGlyphForCodePoint: (codePoint: number) => codePoint < 0x80 },
      unicode: [[0], [0x3f], [0x61]],
      encode: (encoded: string) => [
        [...encoded].map((character) => (character === '?' ? '0001' : '0002')),
        [...encoded].map(() => ({ xAdvance: 500, advanceWidth: 500, xOffset: 0, yOffset: 0 })),
      ],
    } as unknown as EmbeddedFont;
    expect(new Shaper().shape(font, 'a')).toMatchObject({ isTrue: true });
    expect(new Shaper().shape(font, 'a\u{1d4d0}')).toMatchObject({ isTrue: false, advance: 1000 });
  });
});
