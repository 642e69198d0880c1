import { describe, expect, it } from 'vitest';
import { codesToPlaces, codesToText, widthsByNumber, widthsByPlace } from './glyph-maps.ts';
import type { Glyph } from './glyphs.ts';

function glyph(id: number, characters: string, advance = 500): Glyph {
  return { id, characters, advance };
}

const some = [glyph(3, 'a'), glyph(4, 'b', 612.3456789), glyph(7, 'c')];

describe('what a file says of glyphs', () => {
  it('has their widths by their numbers, or side by side', () => {
    expect(widthsByNumber(some)).toBe('3[500 612.345679]7[500]');
    expect(widthsByPlace(some)).toBe('1[500 612.345679 500]');
  });

  it('has their characters by code, in ranges that count on in the last byte alone', () => {
    const glyphs = [
      ...some,
      glyph(8, 'fi'),
      glyph(0xfe, '\u00ff'),
      glyph(0xff, '\u0100'),
      glyph(0x100, '\u0101'),
      glyph(0x102, '\u{1d4d0}'),
      glyph(0x104, ''),
    ];
    expect(
      codesToText(glyphs)
        .match(/beginbfrange\n([\s\S]*?)\nendbfrange/u)![1]!
        .split('\n'),
    ).toEqual([
      '<0003><0004><0061>',
      '<0007><0008>[<0063><00660069>]',
      '<00fe><00ff>[<00ff><0100>]',
      '<0100><0100><0101>',
      '<0102><0102><d835dcd0>',
      '<0104><0104>[<>]',
    ]);
  });

  it('has the places of those that stand side by side by code', () => {
    expect(codesToPlaces(some)).toContain('\n2 begincidrange\n<0003><0004>1\n<0007><0007>3\nendcidrange\n');
  });

  it('is in blocks of a hundred lines', () => {
    const many = Array.from({ length: 250 }, (_, i) => glyph(2 * i + 1, 'x'));
    expect(codesToText(many).match(/\d+ beginbfrange/gu)).toEqual([
      '100 beginbfrange',
      '100 beginbfrange',
      '50 beginbfrange',
    ]);
  });
});
