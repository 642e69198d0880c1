import type { EmbeddedFont } from '../engine/fonts.ts';
import type { Glyph, ShapedText } from '../engine/shaping.ts';
import { numeral } from './operands.ts';

/** A text as glyphs of a font in the file. */
export type Glyphs = {
  /** Stretches at one height (in thousandths of the size), each with what the operand of TJ lists. */
  readonly stretches: readonly { readonly rise: number; readonly operand: string }[];
  /** How far they move the pen, in thousandths of the size. */
  readonly advance: number;
  /** Whether the glyphs say, by what the font in the file tells of them, exactly the text. */
  readonly isTrue: boolean;
};

/** Puts the glyphs of texts into the fonts of one document, of each text only once. */
export class Encoder {
  readonly #known = new Map<ShapedText, Glyphs>();

  /** The glyphs of a text that was shaped in the same font. */
  encode(font: EmbeddedFont, shaped: ShapedText): Glyphs {
    let glyphs = this.#known.get(shaped);
    if (glyphs === undefined) {
      glyphs = encodeIn(font, shaped);
      this.#known.set(shaped, glyphs);
    }
    return glyphs;
  }
}

function encodeIn(font: EmbeddedFont, { text, glyphs, advance }: ShapedText): Glyphs {
  const stretches: Stretch[] = [];
  // How much of the text the glyphs have said, and whether it was that.
  let said = 0;
  let isTrue = true;
  // How far the next glyph stands from where the pen is: accents stand where their letter wants them.
  let shift = 0;
  for (const glyph of glyphs) {
    const code = include(font, glyph);
    const stretch = stretchAt(glyph.yOffset, stretches);
    move(stretch, shift + glyph.xOffset);
    show(stretch, code);
    shift = glyph.xAdvance - glyph.advanceWidth - glyph.xOffset;
    const characters = charactersOf(font.unicode[code]!);
    isTrue &&= text.startsWith(characters, said);
    said += characters.length;
  }
  const last = stretches.at(-1);
  if (last) move(last, shift);
  for (const stretch of stretches) close(stretch);
  return { stretches, advance, isTrue: isTrue && said === text.length };
}

/** Puts a glyph into the file; returns its number there. It says of itself what it stood for the first time. */
function include(font: EmbeddedFont, { id, advanceWidth, codePoints }: Glyph): number {
  const code = font.subset.includeGlyph(id);
  font.widths[code] ??= advanceWidth;
  font.unicode[code] ??= codePoints;
  return code;
}

function charactersOf(codePoints: readonly number[]): string {
  return codePoints.length === 1 ? String.fromCodePoint(codePoints[0]!) : String.fromCodePoint(...codePoints);
}

/** A stretch that is being written; open while its operand ends within a string of glyphs. */
type Stretch = { readonly rise: number; operand: string; isOpen: boolean };

/** The last stretch if it is at this height, or a new one. */
function stretchAt(rise: number, stretches: Stretch[]): Stretch {
  const last = stretches.at(-1);
  if (last?.rise === rise) return last;
  const stretch = { rise, operand: '', isOpen: false };
  stretches.push(stretch);
  return stretch;
}

function show(stretch: Stretch, code: number): void {
  if (!stretch.isOpen) stretch.operand += '<';
  stretch.operand += digitsOf(code);
  stretch.isOpen = true;
}

/** Codes as four digits each, by code: those of all glyphs of a large font at most. */
const digits: string[] = [];

function digitsOf(code: number): string {
  digits[code] ??= code.toString(16).padStart(4, '0');
  return digits[code];
}

/** TJ counts backwards. */
function move(stretch: Stretch, forward: number): void {
  if (Math.abs(forward) < 0.001) return;
  close(stretch);
  stretch.operand += numeral(-forward);
}

function close(stretch: Stretch): void {
  if (stretch.isOpen) stretch.operand += '>';
  stretch.isOpen = false;
}
