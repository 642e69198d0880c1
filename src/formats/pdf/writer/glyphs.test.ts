import { describe, expect, it } from 'vitest';
import type { EmbeddedFont } from '../engine/fonts.ts';
import type { Glyph } from '../engine/shaping.ts';
import { Encoder, type Glyphs } from './glyphs.ts';

/** A font in which every glyph gets the next number. */
function openFont(): EmbeddedFont {
  const ids: number[] = [];
  const includeGlyph = (id: number): number => (ids.includes(id) ? ids.indexOf(id) + 1 : ids.push(id));
  return { subset: { includeGlyph }, widths: [0], unicode: [[0]] } as unknown as EmbeddedFont;
}

/** Glyphs of 500, each for its character, but for what is told of them. */
function glyphsOf(text: string, ...told: Partial<Glyph>[]): Glyph[] {
  return [...text].map((character, i) => {
    const codePoint = character.codePointAt(0)!;
    const plain = { xAdvance: 500, advanceWidth: 500, xOffset: 0, yOffset: 0 };
    return { id: codePoint, codePoints: [codePoint], ...plain, ...told[i] };
  });
}

const noWhite = { leading: 0, trailing: 0 };

function shape(text: string, ...told: Partial<Glyph>[]): Glyphs {
  const glyphs = glyphsOf(text, ...told);
  const advance = glyphs.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  return new Encoder().encode(openFont(), { text, glyphs, advance, ...noWhite });
}

describe('a shaped text', () => {
  it('is one operand where every glyph follows the other', () => {
    expect(shape('abc')).toMatchObject({
      stretches: [{ rise: 0, operand: '<000100020003>' }],
      advance: 1500,
      isTrue: true,
    });
  });

  it('brings pairs of letters closer', () => {
    expect(shape('AV', { xAdvance: 420 }).stretches[0]!.operand).toBe('<0001>80<0002>');
  });

  it('sets an accent back over its letter, and goes on behind the letter', () => {
    const accent = { xAdvance: 0, advanceWidth: 0, xOffset: -250 };
    expect(shape('abc', {}, accent).stretches[0]!.operand).toBe('<0001>250<0002>-250<0003>');
  });

  it('adds up what a glyph leaves and what the next one asks for', () => {
    const accent = { xAdvance: 0, advanceWidth: 0, xOffset: -250 };
    expect(shape('abc', {}, accent, accent).stretches[0]!.operand).toBe('<0001>250<00020003>-250');
  });

  it('lifts an accent that stands on another', () => {
    const accent = { xAdvance: 0, advanceWidth: 0, yOffset: 150 };
    expect(shape('ab', {}, accent).stretches).toMatchObject([
      { rise: 0, operand: '<0001>' },
      { rise: 150, operand: '<0002>' },
    ]);
  });

  it('is not true where glyphs say something else', () => {
    expect(shape('a')).toMatchObject({ isTrue: true });
    const question = { id: 0x3f, codePoints: [0x3f] };
    expect(shape('a\u{1d4d0}', {}, question)).toMatchObject({ isTrue: false, advance: 1000 });
  });

  it('is not true where a glyph was put into the file for another character', () => {
    const [font, encoder] = [openFont(), new Encoder()];
    const shaped = (text: string) => ({
      text,
      glyphs: glyphsOf(text, { id: 7 }),
      advance: 500,
      ...noWhite,
    });
    const [mu, micro] = [shaped('\u03bc'), shaped('\u00b5')];
    expect(encoder.encode(font, mu)).toMatchObject({ isTrue: true });
    expect(encoder.encode(font, micro)).toMatchObject({ isTrue: false });
    expect(encoder.encode(font, mu)).toBe(encoder.encode(font, mu));
  });
});
