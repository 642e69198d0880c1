import type { PdfNode, Run, Shape, TextNode } from '../definition.ts';
import type { DocumentFont } from './fonts.ts';
import type { ShapedText, Shaping } from './shaping.ts';

/** A piece of a run behind which a line may end, measured. The names are those that pdfmake asks for. In points. */
export type Word = {
  readonly run: Run;
  text: string;
  font: DocumentFont;
  fontSize: number;
  /** Shapes a text in the font of the word, with the features of its run. */
  shape: Shaping;
  /** The text of the word as its glyphs. */
  shaped: ShapedText;
  width: number;
  height: number;
  /** White at the start and at the end that a line does not count. */
  leadingCut: number;
  trailingCut: number;
  /** Where the word starts, counted from the start of its line. */
  x: number;
  /** A line must end after the word, or must not. */
  readonly lineEnd: boolean;
  noNewLine: boolean;
  /** A line may end after the word, with a hyphen. */
  readonly soft: boolean;
  readonly alignment: Run['alignment'];
};

/** What is used of a line of pdfmake's. */
export type Line = {
  x: number;
  y: number;
  readonly inlines: Word[];
  lastLineInParagraph: boolean;
  addInline(word: Word): void;
  getHeight(): number;
  getAscenderHeight(): number;
};

/** A line on a page, with the paragraph it belongs to; `isSoft` where it ends inside a word. */
export type PlacedLine = Line & { node?: TextNode; isFirst?: boolean; isSoft?: boolean };

/** What lies on a page, in the order in which it is painted. Nodes of a definition carry their place. */
export type PageItem =
  | { readonly type: 'line'; readonly item: PlacedLine }
  | { readonly type: 'vector'; readonly item: Shape }
  | { readonly type: 'image' | 'svg'; readonly item: PdfNode };

export type LaidPage = {
  readonly items: PageItem[];
  readonly pageSize: { readonly width: number; readonly height: number };
};
