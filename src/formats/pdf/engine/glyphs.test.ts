import { describe, expect, it } from 'vitest';
import { type Glyph, joinStretches, type Placing, stretchesOf } from './glyphs.ts';

type Told = Partial<Glyph & Placing>;

/** Glyphs of 500, each numbered after its character, but for what is told of them. */
function shown(text: string, ...told: Told[]) {
  const glyphs = [...text].map((characters, i): Glyph & Placing => {
    const plain = { id: characters.charCodeAt(0), characters, advance: 500 };
    return { ...plain, xAdvance: 500, xOffset: 0, yOffset: 0, ...told[i] };
  });
  return stretchesOf(glyphs, glyphs);
}

describe('glyphs on a page', () => {
  it('are one string of codes where every glyph follows the other', () => {
    expect(shown('abc')).toEqual([{ rise: 0, operand: '\0a\0b\0c' }]);
  });

  it('have their numbers in the font as codes, without what would end a string or its line', () => {
    const ids = [0x28, 0x29, 0x5c, 0x0a, 0x0d, 0x2829].map((id) => ({ id }));
    expect(shown('......', ...ids)[0]!.operand).toBe('\0\\(\0\\)\0\\\\\0\\n\0\\r\\(\\)');
  });

  it('come closer in pairs', () => {
    expect(shown('AV', { xAdvance: 420 })[0]!.operand).toBe('\0A)80(\0V');
  });

  it('set an accent back over its letter, and go on behind the letter', () => {
    const accent = { xAdvance: 0, advance: 0, xOffset: -250 };
    expect(shown('abc', {}, accent)[0]!.operand).toBe('\0a)250(\0b)-250(\0c');
  });

  it('add up what a glyph leaves and what the next one asks for', () => {
    const accent = { xAdvance: 0, advance: 0, xOffset: -250 };
    expect(shown('abc', {}, accent, accent)[0]!.operand).toBe('\0a)250(\0b\0c)-250(');
  });

  it('lift an accent that stands on another', () => {
    const accent = { xAdvance: 0, advance: 0, yOffset: 150 };
    expect(shown('ab', {}, accent)).toEqual([
      { rise: 0, operand: '\0a' },
      { rise: 150, operand: '\0b' },
    ]);
  });

  it('of two texts follow each other, on one height as one', () => {
    const accent = { xAdvance: 0, advance: 0, xOffset: -250 };
    const raised = { yOffset: 150 };
    expect(joinStretches([shown('a', accent), shown('b', accent), shown('cd', {}, raised)])).toEqual([
      { rise: 0, operand: ')250(\0a)-250()250(\0b)-250(\0c' },
      { rise: 150, operand: '\0d' },
    ]);
  });
});
