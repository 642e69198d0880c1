import type { EmbeddedFont, GlyphPosition } from '../engine/fonts.ts';
import { numeral } from './operands.ts';

/** A text as glyphs of a font. */
export type Glyphs = {
  /** Stretches at one height (in thousandths of the size), each with the operand of TJ. */
  readonly stretches: readonly { readonly rise: number; readonly operand: string }[];
  /** How far they move the pen, in thousandths of the size. */
  readonly advance: number;
  /** Whether the glyphs say, by what the font in the file tells of them, exactly the text. */
  readonly isTrue: boolean;
};

/** Shapes texts for one document, each only once. */
export class Shaper {
  readonly #known = new Map<readonly (readonly number[])[], Map<string, Glyphs>>();

  shape(font: EmbeddedFont, text: string, features?: readonly string[]): Glyphs {
    // Fonts that stand in for another share what they write into the file with the font itself.
    const known = this.#known.get(font.unicode) ?? new Map<string, Glyphs>();
    this.#known.set(font.unicode, known);
    const key = `${features ?? ''}\n${text}`;
    let glyphs = known.get(key);
    if (glyphs === undefined) {
      glyphs = shapeIn(font, text, features);
      known.set(key, glyphs);
    }
    return glyphs;
  }
}

function shapeIn(font: EmbeddedFont, text: string, features: readonly string[] | undefined): Glyphs {
  const [codes, positions] = font.encode(withoutGaps(font, text), features);
  const said = codes.flatMap((code) => font.unicode[Number.parseInt(code, 16)] ?? []);
  return {
    stretches: stretchesOf(codes, positions),
    advance: positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0),
    isTrue: String.fromCodePoint(...said) === text,
  };
}

/**
 * A text with a question mark for every character that the font lacks. A finding said so before anything was painted;
 * an archival file must not show the font's box for missing characters (ISO 19005-3, 6.2.11.8).
 */
function withoutGaps(font: EmbeddedFont, text: string): string {
  const mark = font.font.hasGlyphForCodePoint(0x3f) ? '?' : '';
  return [...text]
    .map((character) => (font.font.hasGlyphForCodePoint(character.codePointAt(0)!) ? character : mark))
    .join('');
}

function stretchesOf(codes: readonly string[], positions: readonly GlyphPosition[]): Glyphs['stretches'] {
  const stretches: { readonly rise: number; operand: string }[] = [];
  // How far the next glyph stands from where the pen is: accents stand where their letter wants them.
  let shift = 0;
  for (const [i, { xAdvance, advanceWidth, xOffset, yOffset }] of positions.entries()) {
    if (stretches.at(-1)?.rise !== yOffset) stretches.push({ rise: yOffset, operand: '' });
    stretches.at(-1)!.operand += `${distance(shift + xOffset)}<${codes[i]}>`;
    shift = xAdvance - advanceWidth - xOffset;
  }
  if (stretches.length > 0) stretches.at(-1)!.operand += distance(shift);
  return stretches.map(({ rise, operand }) => ({ rise, operand: `[${operand.replaceAll('><', '')}]` }));
}

/** TJ counts backwards. */
function distance(forward: number): string {
  return Math.abs(forward) < 0.001 ? '' : numeral(-forward);
}
