import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { openShaper } from './shaper.ts';

const require = createRequire(import.meta.url);
const bytes = readFileSync(
  require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
);
const shape = openShaper(bytes);

/** The font as if one of its tables were another. */
function renamed(tag: string, other: string): Uint8Array {
  const copy = Buffer.from(bytes);
  copy.write(other, copy.indexOf(tag, 12, 'latin1'), 'latin1');
  return copy;
}

const lettersOf = (text: string, features: readonly string[] = []) =>
  shape(text, features)?.map(({ codePoints }) => String.fromCodePoint(...codePoints));

describe('shaping', () => {
  it('says of each glyph which characters it stands for', () => {
    expect(lettersOf('office')).toEqual(['o', 'ff', 'i', 'c', 'e']);
    expect(lettersOf('Ωдж1')).toEqual(['Ω', 'д', 'ж', '1']);
  });

  it('moves the pen less between letters that leave a gap', () => {
    const [first] = shape('AV', [])!;
    expect(first!.xAdvance).toBeLessThan(first!.advanceWidth);
  });

  it('puts a mark above its letter, where it takes no room', () => {
    const mark = shape('x\u0301', [])![1]!;
    expect(mark.xAdvance).toBe(0);
    expect(mark.xOffset).toBeLessThan(0);
  });

  it('changes glyphs by the features that it is asked for', () => {
    const [plain, small] = [shape('abc', []), shape('abc', ['smcp'])].map((glyphs) =>
      glyphs!.map(({ id }) => id),
    );
    expect(small).not.toEqual(plain);
  });

  it('makes fractions around a fraction slash alone', () => {
    const id = (text: string, at: number) => shape(text, [])![at]!.id;
    expect(id('1⁄2', 0)).not.toBe(id('1/2', 0));
    expect(id('a1', 1)).toBe(id('1/2', 0));
  });

  it('shows a question mark for what the font lacks', () => {
    expect(lettersOf('a\u2603')).toEqual(['a', '?']);
  });

  it('is the same whatever was shaped before', () => {
    const before = lettersOf('\u00b5');
    lettersOf('\u03bc');
    expect(lettersOf('\u00b5')).toEqual(before);
  });

  it('leaves texts that it does not know', () => {
    for (const text of ['\u00ad', 'x\u200b', '\u1f00']) expect(shape(text, [])).toBeUndefined();
  });

  it('leaves fonts that it does not know', () => {
    expect(openShaper(renamed('STAT', 'STAX'))('a', [])).toBeDefined();
    for (const table of ['fvar', 'morx', 'CFF '])
      expect(openShaper(renamed('STAT', table))('a', [])).toBeUndefined();
    for (const table of ['GPOS', 'GDEF', 'glyf', 'cmap']) {
      expect(openShaper(renamed(table, 'none'))('a', [])).toBeUndefined();
    }
    expect(openShaper(bytes.subarray(0, 2000))('a', [])).toBeUndefined();
  });

  it('leaves a font whose tables are cut off', () => {
    const copy = Buffer.from(bytes);
    const record = copy.indexOf('GSUB', 12, 'latin1');
    copy.writeUInt32BE(40, record + 12);
    expect(openShaper(copy)('a', [])).toBeUndefined();
  });
});
