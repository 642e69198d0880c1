import type { PlacedLine, Word } from '../engine/page.ts';
import type { Pdf } from '../engine/pdfmake.ts';
import type { Content } from '../structure/element.ts';
import type { Artifact, Canvas } from './canvas.ts';
import { type Glyphs, Shaper } from './glyphs.ts';
import { colourOperands, numeral } from './operands.ts';

/** What a word belongs to. */
type Mark = Content | Artifact;

/** A piece of a word on its line. */
type Piece = {
  readonly word: Word;
  readonly text: string;
  readonly left: number;
  /** What a reader is to take for the text, where the glyphs do not say it. */
  readonly meant?: string;
};

const softHyphen = '\u00ad';

/** Paints lines of text, in as few operators as their words allow. */
export class TextPainter {
  readonly #pdf: Pdf;
  readonly #shaper = new Shaper();

  constructor(pdf: Pdf) {
    this.#pdf = pdf;
  }

  paint(canvas: Canvas, line: PlacedLine, markOf: (word: Word) => Mark): void {
    const baseline = line.y + line.getAscenderHeight();
    const words = line.inlines.filter((word) => word.text !== '');
    for (const word of words) {
      const mark = markOf(word);
      const isLast = word === words.at(-1);
      for (const piece of piecesOf(word, line, { isLast, mark })) this.#show(canvas, piece, mark, baseline);
    }
  }

  #show(canvas: Canvas, { word, text, left, meant }: Piece, mark: Mark, baseline: number): void {
    const { font, fontSize, fontFeatures } = word;
    this.#pdf.page.fonts[font.id] ??= font.ref();
    const glyphs = this.#shaper.shape(font, text, fontFeatures);
    canvas.under(mark, meant ?? (glyphs.isTrue ? undefined : text));
    canvas.set('font', `/${font.id} ${numeral(fontSize)} Tf`);
    canvas.set('fill', `${colourOperands(word.color)} rg`);
    const place = { x: left, y: baseline - raiseOf(word) };
    canvas.showAt(place, (glyphs.advance * fontSize) / 1000, ...showing(glyphs, fontSize));
  }
}

/** The operators that show glyphs; accents may stand above the base line. */
function showing({ stretches }: Glyphs, size: number): string[] {
  return stretches.flatMap(({ rise, operand }) =>
    rise === 0 ? [`${operand} TJ`] : [`${numeral((rise * size) / 1000)} Ts`, `${operand} TJ`, '0 Ts'],
  );
}

type Situation = { readonly isLast: boolean; readonly mark: Mark };

/** A word as it is painted: with the space that parts it from what follows, and with its hyphen by itself. */
function piecesOf(word: Word, line: PlacedLine, { isLast, mark }: Situation): Piece[] {
  const left = line.x + word.x;
  if (isLast && line.isSoft) {
    const text = word.text.slice(0, -1);
    const width = word.font.widthOfString(text, word.fontSize, word.fontFeatures);
    return [
      { word, text, left },
      { word, text: '-', left: left + width, meant: softHyphen },
    ];
  }
  // A line that the text itself ends has no space behind its last word.
  const isApart = isLast && (line.inlines.at(-1)?.lineEnd || (typeof mark !== 'string' && mark.isApart));
  return [{ word, text: isApart ? `${word.text} ` : word.text, left }];
}

function raiseOf(word: Word): number {
  return word.sup ? word.fontSize * 0.75 : 0;
}
