import { printedForm } from '../../../fonts/printed.ts';
import type { Run } from '../definition.ts';
import type { DocumentFont } from './fonts.ts';
import type { Word } from './page.ts';
import { TextBreaker } from './pdfmake.ts';
import type { Shaping } from './shaping.ts';

const breaker = new TextBreaker();

/**
 * Breaks runs into words and measures them. pdfmake's breaker knows where a line may end (UAX #14), which is behind a
 * soft hyphen too; what only concerned the breaking of lines is taken out of a word before any of it reaches a font.
 */
export function wordsOf(runs: readonly Run[], fontOf: (name: string) => DocumentFont): Word[] {
  const items = runs.map((run) => ({
    text: run.text,
    noWrap: run.noWrap === true,
    type: typeOf(run, fontOf),
  }));
  return breaker.getBreaks(items).map(({ text, type, lineEnd, noNewLine }) => {
    const word = measure(type, printedForm(text));
    if (lineEnd) word.lineEnd = true;
    if (noNewLine) word.noNewLine = true;
    if (text.endsWith('\u00ad')) word.soft = true;
    return word;
  });
}

/** What the words of a run have in common. Lengths in points. */
type Type = {
  readonly run: Run;
  readonly font: DocumentFont;
  readonly shape: Shaping;
  readonly size: number;
  readonly height: number;
};

// How large raised text is beside the text it stands in.
const raisedShare = 0.58;

function typeOf(run: Run, fontOf: (name: string) => DocumentFont): Type {
  const font = fontOf(run.font);
  const size = run.sup ? run.fontSize * raisedShare : run.fontSize;
  const height = font.lineHeight(size) * run.lineHeight;
  return { run, font, shape: font.shapeWith(run.fontFeatures), size, height };
}

function measure({ run, font, shape, size, height }: Type, text: string): Word {
  const shaped = shape(text);
  const blanks = (pattern: RegExp): number => {
    const found = pattern.exec(text);
    return found ? (shape(found[0]).advance * size) / 1000 : 0;
  };
  return {
    run,
    text,
    font,
    fontSize: size,
    shape,
    shaped,
    width: (shaped.advance * size) / 1000,
    height,
    leadingCut: isBlank(text.charCodeAt(0)) ? blanks(/^\s+/u) : 0,
    trailingCut: isBlank(text.charCodeAt(text.length - 1)) ? blanks(/\s+$/u) : 0,
    x: 0,
    alignment: run.alignment,
  };
}

/** Whether a character may be white: all but a few kinds of white are a space. */
function isBlank(code: number): boolean {
  return code === 0x20 || code > 0x7f || (code >= 0x09 && code <= 0x0d);
}

/** Width in points of a text in the type of a word. */
export function widthLike(word: Word, text: string): number {
  return (word.shape(text).advance * word.fontSize) / 1000;
}

/** The word with another text, freshly measured; what was cut at its ends belongs to the whole. */
export function reworded(word: Word, text: string): Word {
  const shaped = word.shape(text);
  const width = (shaped.advance * word.fontSize) / 1000;
  return { ...word, text, shaped, width, leadingCut: 0, trailingCut: 0 };
}
