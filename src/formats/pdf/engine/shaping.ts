import { openShaper, type PlacedGlyph, type Shaper } from '../../../fonts/shaping/shaper.ts';
import { Recent } from '../../recent.ts';
import { type Glyph, joinStretches, type Placing, type Stretch, stretchesOf } from './glyphs.ts';

/** A text as glyphs of a font, whatever document it will stand in. */
export type ShapedText = {
  /** What was to be shown; `glyphs` show a question mark for what the font lacks. */
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  /** How a page shows the glyphs. */
  readonly stretches: readonly Stretch[];
  /** How far they move the pen, in thousandths of the size. */
  readonly advance: number;
  /** Whether the characters of the glyphs are the text. */
  readonly isTrue: boolean;
  /** How far the white at its start moves the pen, and the white at its end. */
  readonly leading: number;
  readonly trailing: number;
};

/** The glyphs of a text, how they are shown, and how far they move the pen. */
type GlyphRow = Pick<ShapedText, 'glyphs' | 'stretches' | 'advance'>;

/** What is used of a font that fontkit parsed. Measures in units of the font, angles in degrees. */
export type FontkitFont = {
  readonly postscriptName: string | null;
  readonly unitsPerEm: number;
  readonly numGlyphs: number;
  /** Above the base line, and below it as a negative number. */
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly italicAngle: number;
  readonly bbox: {
    readonly minX: number;
    readonly minY: number;
    readonly maxX: number;
    readonly maxY: number;
  };
  readonly 'OS/2'?: { readonly sFamilyClass: number };
  readonly post: { readonly isFixedPitch: number };
  readonly head: { readonly macStyle: { readonly italic: boolean } };
  /** The glyphs that were asked for, each with the first characters that asked for it. */
  _glyphs: Record<number, unknown>;
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string, features?: readonly string[]): FontkitRun;
  createSubset(): { includeGlyph(id: number): number; encode(): Uint8Array };
};

type FontkitRun = {
  readonly glyphs: readonly {
    readonly id: number;
    readonly codePoints: readonly number[];
    readonly advanceWidth: number;
  }[];
  readonly positions: readonly Placing[];
};

/** Shapes texts in one font with one choice of its features. */
export type Shaping = (text: string) => ShapedText;

// The words of a language that annexes are full of, with room for what stands in a few of them only.
const mostTexts = 4096;

/**
 * Shapes texts, each once: shaping a word takes a hundred times as long as finding it again. What is kept are the words
 * of late, by font, features and text, and that is all they hang on.
 */
export class TextShaper {
  readonly #font: FontkitFont;
  readonly #shaper: Shaper;
  readonly #shapes = new Map<string, Shaping>();
  readonly #glyphs = new Map<string, Glyph>();

  /** `bytes` are the file that `font` was parsed from. */
  constructor(font: FontkitFont, bytes: Uint8Array) {
    this.#font = font;
    this.#shaper = openShaper(bytes);
  }

  /** Shaping with these features, and with those alone that a font wants to be on if there are none. */
  with(features: readonly string[] | undefined): Shaping {
    const name = features === undefined ? '' : features.join();
    let shape = this.#shapes.get(name);
    if (shape === undefined) {
      shape = keeping((text) => this.#shapeWord(text, features));
      this.#shapes.set(name, shape);
    }
    return shape;
  }

  /** By our own shaper what it knows; all else by fontkit. */
  #shapeWord(text: string, features: readonly string[] | undefined): GlyphRow {
    const placed = this.#shaper(text, features ?? []) ?? shapedByFontkit(this.#font, text, features);
    const scale = 1000 / this.#font.unitsPerEm;
    const glyphs = placed.map(({ id, codePoints, advanceWidth }) =>
      this.#glyph(id, String.fromCodePoint(...codePoints), advanceWidth * scale),
    );
    const placings = placed.map(({ xAdvance, xOffset, yOffset }) => ({
      xAdvance: xAdvance * scale,
      xOffset: xOffset * scale,
      yOffset: yOffset * scale,
    }));
    const advance = placings.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    return { glyphs, stretches: stretchesOf(glyphs, placings), advance };
  }

  #glyph(id: number, characters: string, advance: number): Glyph {
    const name = `${id} ${characters}`;
    let glyph = this.#glyphs.get(name);
    if (glyph === undefined) {
      glyph = { id, characters, advance };
      this.#glyphs.set(name, glyph);
    }
    return glyph;
  }
}

/** Words do not depend on their neighbours: a text of several is put together of what is kept of each. */
function keeping(shapeOne: (text: string) => GlyphRow): Shaping {
  const kept = new Recent<ShapedText>(mostTexts);
  const make = (text: string): ShapedText => {
    const words = text.match(wordWithSpaces) ?? [];
    const row = words.length > 1 ? joined(words.map(shape)) : shapeOne(text);
    const { glyphs, advance } = row;
    const white = (at: RegExp): number => {
      const found = at.exec(text)?.[0];
      if (found === undefined) return 0;
      return found === text ? advance : shape(found).advance;
    };
    const isTrue = glyphs.map(({ characters }) => characters).join('') === text;
    return { text, ...row, isTrue, leading: white(/^\s+/u), trailing: white(/\s+$/u) };
  };
  const shape = (text: string): ShapedText => kept.get(text, make);
  return shape;
}

const wordWithSpaces = /[^ ]* +|[^ ]+/gu;

function joined(words: readonly ShapedText[]): GlyphRow {
  return {
    glyphs: words.flatMap(({ glyphs }) => glyphs),
    stretches: joinStretches(words.map(({ stretches }) => stretches)),
    advance: words.reduce((sum, { advance }) => sum + advance, 0),
  };
}

/**
 * fontkit remembers for each glyph the first character that asked for it, and says of the glyph that it stands for that
 * one. The memory is emptied for every text, or a text would depend on those that were shaped before it.
 */
export function shapedByFontkit(
  font: FontkitFont,
  text: string,
  features: readonly string[] | undefined,
): readonly PlacedGlyph[] {
  font._glyphs = {};
  const { glyphs, positions } = font.layout(withoutGaps(font, text), features);
  return glyphs.map(({ id, codePoints, advanceWidth }, i) => {
    const { xAdvance, xOffset, yOffset } = positions[i]!;
    return { id, codePoints, xAdvance, advanceWidth, xOffset, yOffset };
  });
}

/**
 * A text with a question mark for every character that the font lacks. A finding said so before anything was painted;
 * an archival file must not show the font's box for missing characters (ISO 19005-3, 6.2.11.8).
 */
function withoutGaps(font: FontkitFont, text: string): string {
  const mark = font.hasGlyphForCodePoint(0x3f) ? '?' : '';
  return [...text]
    .map((character) => (font.hasGlyphForCodePoint(character.codePointAt(0)!) ? character : mark))
    .join('');
}
