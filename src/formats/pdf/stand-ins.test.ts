import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { AnnexDocument, Inline, Look, TextStyle } from '../../document/tree.ts';
import { annex } from '../fixture/annex.ts';
import { livelyLook, soberLook, styles } from '../fixture/looks.ts';
import { heading, matrix, paragraph, text } from '../fixture/pieces.ts';
import { decodedStreams, layPages, seenLines } from './engine/fixture.ts';
import { pdfFormat } from './format.ts';

const require = createRequire(import.meta.url);

function fontFile(name: string): Look['fonts']['fallback'][number] {
  return { name, bytes: readFileSync(require.resolve(`@expo-google-fonts/${name}`)) };
}

const symbols = fontFile('noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf');
const look: Look = { ...soberLook, fonts: { ...soberLook.fonts, fallback: [symbols] } };

function symbolic(...body: AnnexDocument['body']): AnnexDocument {
  return annex(body, { look });
}

/** The fonts of the words on the first page, by what they say. */
function fontsOf(document: AnnexDocument): Map<string, string> {
  const lines = seenLines(document)[0]!;
  return new Map(
    lines.flatMap(({ line }) =>
      line.inlines.map((word) => [word.text.trim(), word.font.embedded.name] as const),
    ),
  );
}

describe('a font that stands in for another', () => {
  it('sets what the other lacks, and nothing else', () => {
    const fonts = fontsOf(symbolic(paragraph('Keep ☃ cool'), heading(1, '1', 'Snow ★')));
    expect(fonts.get('☃')).toBe('NotoSansSymbols2-Regular');
    expect(fonts.get('★')).toBe('NotoSansSymbols2-Regular');
    expect(fonts.get('cool')).toBe('SourceSans3-Regular');
    expect(fonts.get('Snow')).toBe('SourceSerif4-SemiBold');
  });

  it('keeps base lines and the distance of lines as they are without it', () => {
    const words = 'word '.repeat(60);
    const [plain] = seenLines(symbolic(paragraph(words)));
    const [mixed] = seenLines(symbolic(paragraph(words.replaceAll('word word', 'word ☃'))));
    const baselines = plain!.map(({ baseline }) => baseline);
    expect(mixed!.length).toBeGreaterThan(1);
    expect(mixed!.map(({ baseline }) => baseline)).toEqual(baselines.slice(0, mixed!.length));
  });

  it('breaks no line between a character and the word that it belongs to', () => {
    const lines = seenLines(symbolic(paragraph('(☃)x '.repeat(80)))).flat();
    for (const { text: line } of lines) expect(line).toMatch(/^(?:\(☃\)x ?)+$/u);
  });

  it('sets signs in their slots, on their squares and in the legend', async () => {
    const slots = { gutter: 18, width: 13.5, signs: ['R', '☃'] };
    const held: Inline = {
      kind: 'codes',
      held: ['R', '☃'],
      filled: ['☃'],
      strong: ['R'],
      style: styles.code,
    };
    const table = matrix('1.1', 'Leaf', ['A', 'B'], [['Text', 'R/']]);
    const [row] = table.body;
    const cells = row!.cells.map((cell, i) => (i === 2 ? { ...cell, content: [paragraph([held])] } : cell));
    const columns = table.columns.map((column) => (column.slots ? { ...column, slots } : column));
    const document = symbolic({ ...table, columns, body: [{ ...row!, cells }] });
    expect((await pdfFormat.render(document)).painted).toContain('R ☃');
    const chips = layPages(document)[0]!.items.filter(({ type, item }) => type === 'vector' && 'w' in item);
    expect(chips).toHaveLength(1);
  });

  it('stands in the file once, whatever it stands in for, and can be read out of it', async () => {
    const { bytes } = await pdfFormat.render(
      symbolic(heading(1, '1', 'A ☃'), paragraph('b ☃'), paragraph('c ☃', styles.fact)),
    );
    const file = [Buffer.from(bytes).toString('latin1'), ...decodedStreams(bytes)].join('\n');
    expect(file.match(/\/FontName \/\w+\+NotoSansSymbols2-Regular/gu)).toHaveLength(1);
    // What readers take out of the file: the snowman by its code.
    expect(file).toContain('<2603>');
  });
});

describe('the features of figures', () => {
  const figures: TextStyle = { ...styles.activity, figures: ['tnum'] };
  const inter: Look = {
    ...livelyLook,
    fonts: {
      ...livelyLook.fonts,
      body: {
        400: fontFile('inter/400Regular/Inter_400Regular.ttf'),
        600: fontFile('inter/600SemiBold/Inter_600SemiBold.ttf'),
      },
    },
  };
  const widthOf = (words: string, style: TextStyle): number => {
    const [line] = seenLines(annex([paragraph([text(words)], style)], { look: inter }))[0]!;
    return line!.right - line!.x;
  };

  it('make figures of one width', () => {
    expect(widthOf('1111', figures)).toBeCloseTo(widthOf('2026', figures), 6);
    expect(widthOf('1111', styles.activity)).not.toBeCloseTo(widthOf('2026', styles.activity), 1);
  });

  it('leave the hyphens between them alone', () => {
    const hyphens = widthOf('1-1-1', figures) - widthOf('111', figures);
    expect(hyphens).toBeCloseTo(2 * widthOf('-', styles.activity), 1);
  });
});
