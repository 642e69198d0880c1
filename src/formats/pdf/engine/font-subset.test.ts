import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openSfnt } from '../../../fonts/sfnt.ts';
import { type PackedStream, subsetterOf } from './font-subset.ts';
import type { Glyph } from './glyphs.ts';
import type { FontkitFont } from './shaping.ts';

const require = createRequire(import.meta.url);

const glyphs = [5, 6, 9].map((id): Glyph => ({ id, characters: `g${id}`, advance: 100 * id }));

function unpacked({ content }: PackedStream): Buffer {
  return inflateSync(content);
}

describe('a part of a font', () => {
  it('has glyphs under the numbers of the font, which are the codes on pages', () => {
    const path = '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf';
    const subset = subsetterOf({} as FontkitFont, readFileSync(require.resolve(path)))(glyphs);
    expect(subset).toMatchObject({
      programKey: 'FontFile2',
      widths: '5[500 600]9[900]',
      encoding: undefined,
    });
    const program = unpacked(subset.program);
    expect(subset.program.entries).toBe(`/Length1 ${program.length} `);
    const opened = openSfnt(program);
    expect('tables' in opened && opened.tables.get('maxp')!.getUint16(4)).toBeGreaterThanOrEqual(10);
  });

  it('is led to from codes, where glyphs of PostScript stand side by side in it', () => {
    const included: number[] = [];
    const font = {
      createSubset: () => ({
        includeGlyph: (id: number) => included.push(id),
        encode: () => Buffer.from('program'),
      }),
    };
    const subset = subsetterOf(font as unknown as FontkitFont, Buffer.from('OTTO, and no outlines'))(glyphs);
    expect(included).toEqual([5, 6, 9]);
    expect(subset).toMatchObject({ programKey: 'FontFile3', widths: '1[500 600 900]' });
    expect(unpacked(subset.program).toString()).toBe('program');
    expect(unpacked(subset.encoding!).toString()).toContain('<0005><0006>1\n<0009><0009>3\n');
    expect(unpacked(subset.unicode).toString()).toContain('<0009><0009><00670039>');
  });
});
