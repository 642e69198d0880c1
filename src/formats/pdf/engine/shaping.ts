import { openShaper, type Shaper } from '../../../fonts/shaping/shaper.ts';
import { Recent } from '../../recent.ts';

/** A text as glyphs of a font, whatever document it will stand in. */
export type ShapedText = {
  /** What was to be shown; `glyphs` show a question mark for what the font lacks. */
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  /** How far they move the pen, in thousandths of the size. */
  readonly advance: number;
  /** How far the white at its start moves the pen, and the white at its end. */
  readonly leading: number;
  readonly trailing: number;
};

/** The glyphs of a text, and how far they move the pen. */
type GlyphRow = Pick<ShapedText, 'glyphs' | 'advance'>;

/** A glyph of a font and where it stands. Lengths in thousandths of the size. */
export type Glyph = {
  /** Its number in the font. */
  readonly id: number;
  /** The characters that it stands for here. */
  readonly codePoints: readonly number[];
  /** How far the next glyph stands from it. */
  readonly xAdvance: number;
  /** How far a reader moves the pen by itself. */
  readonly advanceWidth: number;
  readonly xOffset: number;
  readonly yOffset: number;
};

/** What is used of a font that fontkit parsed. */
export type FontkitFont = {
  readonly unitsPerEm: number;
  /** The glyphs that were asked for, each with the first characters that asked for it. */
  _glyphs: Record<number, unknown>;
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string, features?: readonly string[]): FontkitRun;
};

type FontkitRun = {
  readonly glyphs: readonly {
    readonly id: number;
    readonly codePoints: readonly number[];
    readonly advanceWidth: number;
  }[];
  readonly positions: readonly {
    readonly xAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
  }[];
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
    const glyphs = this.#shaper(text, features ?? []) ?? shapedByFontkit(this.#font, text, features);
    return rowOf(glyphs, 1000 / this.#font.unitsPerEm);
  }
}

/** Glyphs with lengths in units of the font, in thousandths of the size. */
function rowOf(placed: readonly Glyph[], scale: number): GlyphRow {
  let advance = 0;
  const glyphs = placed.map((glyph): Glyph => {
    const xAdvance = glyph.xAdvance * scale;
    advance += xAdvance;
    return {
      id: glyph.id,
      codePoints: glyph.codePoints,
      xAdvance,
      advanceWidth: glyph.advanceWidth * scale,
      xOffset: glyph.xOffset * scale,
      yOffset: glyph.yOffset * scale,
    };
  });
  return { glyphs, advance };
}

/** Words do not depend on their neighbours: a text of several is put together of what is kept of each. */
function keeping(shapeOne: (text: string) => GlyphRow): Shaping {
  const kept = new Recent<ShapedText>(mostTexts);
  const make = (text: string): ShapedText => {
    const words = text.match(wordWithSpaces) ?? [];
    const row = words.length > 1 ? joined(words.map(shape)) : shapeOne(text);
    const { advance } = row;
    const white = (at: RegExp): number => {
      const found = at.exec(text)?.[0];
      if (found === undefined) return 0;
      return found === text ? advance : shape(found).advance;
    };
    return { text, ...row, leading: white(/^\s+/u), trailing: white(/\s+$/u) };
  };
  const shape = (text: string): ShapedText => kept.get(text, make);
  return shape;
}

const wordWithSpaces = /[^ ]* +|[^ ]+/gu;

function joined(words: readonly ShapedText[]): GlyphRow {
  return {
    glyphs: words.flatMap(({ glyphs }) => glyphs),
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
): readonly Glyph[] {
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
