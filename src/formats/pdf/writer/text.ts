import type { PlacedLine, Word } from '../engine/page.ts';
import type { ShapedText } from '../engine/shaping.ts';
import type { Content } from '../structure/element.ts';
import type { Artifact, Canvas } from './canvas.ts';

/** What a word belongs to. */
type Mark = Content | Artifact;

/** A piece of a word on its line. */
type Piece = {
  readonly word: Word;
  readonly shaped: ShapedText;
  readonly left: number;
  /** What a reader is to take for the text, where the glyphs do not say it. */
  readonly meant?: string;
};

const softHyphen = '\u00ad';

/** Paints a line of text, in as few operators as its words allow. */
export function paintText(canvas: Canvas, line: PlacedLine, markOf: (word: Word) => Mark): void {
  const baseline = line.y + line.getAscenderHeight();
  const words = line.inlines;
  const last = words.findLastIndex(isSeen);
  for (let i = 0; i <= last; i++) {
    const word = words[i]!;
    if (!isSeen(word)) continue;
    const mark = markOf(word);
    if (i < last) show(canvas, { word, shaped: word.shaped, left: line.x + word.x }, mark, baseline);
    else for (const piece of lastPieces(word, line, mark)) show(canvas, piece, mark, baseline);
  }
}

function show(canvas: Canvas, { word, shaped, left, meant }: Piece, mark: Mark, baseline: number): void {
  const { font, fontSize, run } = word;
  const isSaid = font.embedded.include(shaped.glyphs) && shaped.isTrue;
  canvas.under(mark, meant ?? (isSaid ? undefined : shaped.text));
  canvas.setFont(font, fontSize);
  canvas.set('fill', run.color);
  canvas.showAt(left, baseline - raiseOf(word), shaped);
}

function isSeen({ text }: Word): boolean {
  return text !== '';
}

/** The last word of a line as it is painted: with the space that parts it from what follows, or with its hyphen by itself. */
function lastPieces(word: Word, line: PlacedLine, mark: Mark): Piece[] {
  const left = line.x + word.x;
  if (line.isSoft) {
    const shaped = word.shape(word.text.slice(0, -1));
    const width = (shaped.advance * word.fontSize) / 1000;
    return [
      { word, shaped, left },
      { word, shaped: word.shape('-'), left: left + width, meant: softHyphen },
    ];
  }
  // A line that the text itself ends has no space behind its last word.
  const isApart = line.inlines.at(-1)?.lineEnd || (typeof mark !== 'string' && mark.isApart);
  const piece = { word, shaped: word.shaped, left };
  return isApart ? [piece, { word, shaped: word.shape(' '), left: left + word.width }] : [piece];
}

function raiseOf(word: Word): number {
  return word.run.sup ? word.fontSize * 0.75 : 0;
}
