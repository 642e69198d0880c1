import { describe, expect, it } from 'vitest';
import type { Run } from '../definition.ts';
import type { DocumentFont } from './fonts.ts';
import { breakLines } from './lines.ts';
import type { Word } from './page.ts';
import type { ShapedText } from './shaping.ts';

function shape(text: string): ShapedText {
  const advance = [...text].length * 1000;
  return { text, glyphs: [], stretches: [], advance, isTrue: true, leading: 0, trailing: 0 };
}

/** A word in a font whose characters are all 10 points wide. */
function word(text: string, more: Partial<Word> = {}): Word {
  const trailing = text.length - text.trimEnd().length;
  return {
    text,
    font: {} as DocumentFont,
    fontSize: 10,
    shape,
    shaped: shape(text),
    width: [...text].length * 10,
    height: 12,
    leadingCut: 0,
    trailingCut: trailing * 10,
    x: 0,
    alignment: 'left',
    lineEnd: false,
    noNewLine: false,
    soft: false,
    run: {} as Run,
    ...more,
  };
}

function broken(words: readonly Word[], width: number): string[] {
  return breakLines(words, width).map((line) => line.words.map(({ text }) => text).join('|'));
}

describe('breakLines', () => {
  it('puts on each line what fits, not counting the space at its end', () => {
    expect(broken([word('aa '), word('bb '), word('cc')], 50)).toEqual(['aa |bb ', 'cc']);
  });

  it('ends a line where the text does', () => {
    expect(broken([word('a', { lineEnd: true }), word('', { lineEnd: true }), word('b')], 50)).toEqual([
      'a',
      '',
      'b',
    ]);
  });

  it('keeps together what must not be parted', () => {
    expect(broken([word('aa '), word('bb', { noNewLine: true }), word('¹')], 50)).toEqual(['aa ', 'bb|¹']);
  });

  it('draws a hyphen at a soft break, and only there', () => {
    const soft = { soft: true };
    expect(broken([word('Ver', soft), word('ant', soft), word('wort')], 70)).toEqual(['Ver|ant-', 'wort']);
    expect(broken([word('Ver', soft), word('ant', soft), word('wort')], 100)).toEqual(['Ver|ant|wort']);
  });

  it('takes a break further left where the hyphen would not fit', () => {
    const soft = { soft: true };
    expect(broken([word('ab '), word('cde', soft), word('fgh')], 60)).toEqual(['ab ', 'cde|fgh']);
    expect(broken([word('abc', soft), word('def', soft), word('ghi')], 60)).toEqual(['abc-', 'def|ghi']);
  });

  it('says which lines end at a soft break', () => {
    const lines = breakLines([word('abc', { soft: true }), word('def')], 40);
    expect(lines.map(({ isSoft }) => isSoft)).toEqual([true, false]);
  });

  it('divides a word wider than a line anywhere, and loses nothing', () => {
    expect(broken([word('x '), word('abcdefghij')], 40)).toEqual(['x ', 'abcd', 'efgh', 'ij']);
  });

  it('goes on with the next word behind the end of a divided one', () => {
    expect(broken([word('abcdef '), word('g')], 40)).toEqual(['abcd', 'ef |g']);
  });

  it('places at least one character on a line that is too narrow for any', () => {
    expect(broken([word('abc')], 5)).toEqual(['a', 'b', 'c']);
  });

  it('does not hang over a soft piece that fits where its hyphen does not', () => {
    expect(broken([word('abcd', { soft: true }), word('ef')], 40)).toEqual(['abcd', 'ef']);
  });

  it('does not part a letter from its accent', () => {
    expect(broken([word('e\u0301e\u0301')], 20)).toEqual(['e\u0301', 'e\u0301']);
  });

  it('divides a word of 40,000 characters', () => {
    expect(broken([word('y'.repeat(40_000))], 400).join('')).toHaveLength(40_000);
  });
});
