import type { Run } from '../definition.ts';
import type { DocumentFont } from './fonts.ts';
import { isOnePiece, type Piece, piecesOf, wholePiece } from './pieces.ts';
import type { Shaping } from './shaping.ts';
import type { Word } from './word.ts';

/** Breaks runs into words and measures them. A word that goes on in the next run stays with it. */
export function wordsOf(runs: readonly Run[], fontOf: (name: string) => DocumentFont): Word[] {
  const words: Word[] = [];
  let end = '';
  for (const run of runs) {
    const pieces = piecesOf(run.text);
    if (end !== '' && isOnePiece(end + pieces[0]!.source)) words.at(-1)!.noNewLine = true;
    const type = typeOf(run, fontOf);
    if (run.noWrap) words.push(measure(type, wholePiece(run.text)));
    else for (const piece of pieces) words.push(measure(type, piece));
    const last = pieces.at(-1)!;
    end = last.lineEnd ? '' : last.source;
  }
  return words;
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

function measure({ run, font, shape, size, height }: Type, { text, lineEnd, soft }: Piece): Word {
  const shaped = shape(text);
  return {
    run,
    text,
    font,
    fontSize: size,
    shape,
    shaped,
    width: (shaped.advance * size) / 1000,
    height,
    leadingCut: (shaped.leading * size) / 1000,
    trailingCut: (shaped.trailing * size) / 1000,
    x: 0,
    alignment: run.alignment,
    lineEnd,
    noNewLine: false,
    soft,
  };
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
