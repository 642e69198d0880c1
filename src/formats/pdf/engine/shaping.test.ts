import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scriptOf } from '../../../fonts/shaping/scripts.ts';
import { openShaper } from '../../../fonts/shaping/shaper.ts';
import { type FontkitFont, shapedByFontkit } from './shaping.ts';

type Features = readonly string[] | undefined;

type Fontkit = { create(bytes: Uint8Array): FontkitFont };

const require = createRequire(import.meta.url);
const fontkit: Fontkit = createRequire(require.resolve('pdfkit'))('fontkit');

/** All fonts that are installed with the program and its tests. */
const files = filesIn(/\.ttf$/u, 'node_modules/@expo-google-fonts', 'node_modules/pdfmake/fonts');

/** The words of matrices and templates in all languages, each with the spaces behind it, as lines are made of them. */
const words = [
  ...new Set(
    filesIn(/\.(?:csv|yaml|hbs)$/u, 'data', 'templates')
      .map((file) => readFileSync(file, 'utf8'))
      .flatMap((text) => text.match(/[^ \n]+ */gu) ?? []),
  ),
];

/** The fonts of the brands, with the features that they ask for of each. */
const brandFonts: Readonly<Record<string, readonly Features[]>> = {
  BricolageGrotesque: [undefined, ['tnum']],
  Inter: [undefined, ['tnum'], ['cv08']],
  SourceSans3: [undefined, ['ss01']],
  SourceSerif4: [undefined],
};
// Those, and some that change more glyphs.
const manyFeatures: readonly Features[] = [
  ...Object.values(brandFonts).flat(),
  ...[
    ['c2sc', 'smcp'],
    ['frac', 'onum', 'zero'],
    ['case', 'sups', 'dlig', 'salt'],
  ],
];

function filesIn(name: RegExp, ...folders: string[]): string[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => join(folder, String(file))))
    .filter((file) => name.test(file))
    .sort();
}

type Both = { readonly name: string; readonly own: Shaped; readonly theirs: Shaped };
type Shaped = (text: string, features: Features) => string | undefined;

/** A font as our shaper and as fontkit set it, as texts that tell all they say of glyphs. */
function open(file: string): Both {
  const bytes = readFileSync(file);
  const shape = openShaper(bytes);
  const font = fontkit.create(bytes);
  return {
    name: basename(file),
    own: (text, features) => told(shape(text, features ?? [])),
    theirs: (text, features) => told(shapedByFontkit(font, text, features)),
  };
}

function told(glyphs: ReturnType<typeof shapedByFontkit> | undefined): string | undefined {
  return glyphs
    ?.map(({ id, codePoints, xAdvance, advanceWidth, xOffset, yOffset }) =>
      [id, codePoints, xAdvance, advanceWidth, xOffset, yOffset].join(' '),
    )
    .join('; ');
}

/** Texts that are left to fontkit; all others must be shaped as it does. */
function refused({ name, own, theirs }: Both, texts: readonly string[], features: Features): string[] {
  return texts.filter((text) => {
    const shaped = own(text, features);
    if (shaped === undefined) return true;
    const expected = theirs(text, features);
    if (shaped !== expected) expect({ name, features, text, shaped }).toEqual({ shaped: expected });
    return false;
  });
}

const span = (first: number, last: number) =>
  fc.integer({ min: first, max: last }).map((codePoint) => String.fromCodePoint(codePoint));
const pieces = fc.oneof(
  { weight: 6, arbitrary: span(0x20, 0x7e) },
  { weight: 3, arbitrary: span(0x30, 0x39) },
  { weight: 3, arbitrary: span(0xa0, 0x17f) },
  { weight: 2, arbitrary: span(0x300, 0x345) },
  { weight: 2, arbitrary: span(0x370, 0x3ff) },
  { weight: 2, arbitrary: span(0x400, 0x52f) },
  { weight: 1, arbitrary: span(0x1e00, 0x1eff) },
  { weight: 2, arbitrary: span(0x2000, 0x2070) },
  { weight: 1, arbitrary: span(0x2070, 0x27bf) },
  { weight: 1, arbitrary: fc.constantFrom('א', 'ع', 'あ', '😀', '\ufe0f', '\ufb01', '\ud800') },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ...['ffi', 'ffl', 'fj', 'tt', 'ij́', '1/2', '1⁄2', '12⁄345⁄6', '->', '(A)', '3x4', 'AV', 'L·l'],
      ...['e\u0301', 'a\u0308\u0301', 'i\u0307', 'f\u0301i', 'f\u00adi', 'a\u00a0b', '\u202f', 'μµ', 'AΑА'],
    ),
  },
);
const strings = fc.array(pieces, { minLength: 1, maxLength: 9 }).map((parts) => parts.join(''));

describe('our shaper beside fontkit', () => {
  it('sets every word of every language in the fonts of the brands alike', () => {
    expect(words.length).toBeGreaterThan(5000);
    for (const [name, sets] of Object.entries(brandFonts)) {
      const font = open(files.find((file) => file.endsWith(`${name}_400Regular.ttf`))!);
      const left = sets.flatMap((features) => refused(font, words, features));
      expect(left.filter((word) => /^[\p{L}\p{N}\p{P} ]+$/u.test(word))).toEqual([]);
      expect(left.length / (words.length * sets.length)).toBeLessThan(0.005);
    }
  });

  it('sets words in every font that is installed alike', () => {
    expect(files.length).toBeGreaterThan(50);
    for (const [i, file] of files.entries()) {
      const font = open(file);
      const some = words.filter((_, number) => number % 97 === i);
      for (const features of manyFeatures)
        expect(refused(font, some, features).length).toBeLessThan(some.length * 0.05);
    }
  });

  it('sets whatever characters follow each other in every font alike, or leaves them', () => {
    for (const file of files) {
      const font = open(file);
      fc.assert(
        fc.property(strings, fc.constantFrom(...manyFeatures), (text, features) => {
          refused(font, [text], features);
        }),
        { numRuns: 50 },
      );
    }
  });

  it('sees a text in the same script', () => {
    const { theirs } = open(files[0]!);
    const font = fontkit.create(readFileSync(files[0]!)) as unknown as {
      layout(text: string): { script: string };
    };
    expect(theirs('a', [])).toBeDefined();
    for (let codePoint = 0; codePoint <= 0x10000; codePoint++) {
      const script = scriptOf(codePoint);
      if (script !== undefined) expect(font.layout(String.fromCodePoint(codePoint)).script).toBe(script);
    }
  });
});
