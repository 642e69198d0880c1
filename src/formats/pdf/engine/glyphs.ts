import { numeral } from './operands.ts';

/** A glyph as a font has it, with the characters that it stands for in some text; one object for each such pair. */
export type Glyph = {
  /** Its number in the font, and in every file. */
  readonly id: number;
  readonly characters: string;
  /** How far a reader moves the pen by itself, in thousandths of the size. */
  readonly advance: number;
};

/** Where a glyph of a text stands. Lengths in thousandths of the size. */
export type Placing = {
  /** How far the next glyph stands from it. */
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
};

/** Glyphs at one height, in thousandths of the size, and what TJ is told to show them: all between `[(` and `)]`. */
export type Stretch = { readonly rise: number; readonly operand: string };

/** How glyphs are shown that stand in their places. Their codes are their numbers in the font, whatever the document. */
export function stretchesOf(glyphs: readonly Glyph[], placings: readonly Placing[]): readonly Stretch[] {
  const stretches: { readonly rise: number; operand: string }[] = [];
  // How far the next glyph stands from where the pen is: accents stand where their letter wants them.
  let shift = 0;
  for (const [i, { id, advance }] of glyphs.entries()) {
    const { xAdvance, xOffset, yOffset } = placings[i]!;
    if (stretches.at(-1)?.rise !== yOffset) stretches.push({ rise: yOffset, operand: '' });
    stretches.at(-1)!.operand += moved(shift + xOffset) + codeOf(id);
    shift = xAdvance - advance - xOffset;
  }
  const last = stretches.at(-1);
  if (last) last.operand += moved(shift);
  return stretches;
}

/** Stretches one behind the other. */
export function joinStretches(texts: readonly (readonly Stretch[])[]): readonly Stretch[] {
  const joined: { readonly rise: number; operand: string }[] = [];
  for (const { rise, operand } of texts.flat()) {
    const last = joined.at(-1);
    if (last?.rise === rise) last.operand += operand;
    else joined.push({ rise, operand });
  }
  return joined;
}

/** TJ counts backwards. */
function moved(forward: number): string {
  return Math.abs(forward) < 0.001 ? '' : `)${numeral(-forward)}(`;
}

/** Codes as two bytes each, by code: those of all glyphs of a large font at most. */
const codes: string[] = [];

function codeOf(id: number): string {
  codes[id] ??= escaped(String.fromCharCode(id >> 8, id & 0xff));
  return codes[id];
}

const escapes: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r' };

/** Bytes as they stand in a string between parentheses, on one line (ISO 32000-1, 7.3.4.2). */
function escaped(bytes: string): string {
  return bytes.replace(/[\n\r()\\]/gu, (byte) => `\\${escapes[byte] ?? byte}`);
}
