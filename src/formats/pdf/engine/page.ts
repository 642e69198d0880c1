import type { Chip, PdfNode, Run, Shape, TextNode, TextRule } from '../definition.ts';
import type { EmbeddedFont } from './fonts.ts';

/** A run broken into words by pdfmake: what it measured, and what the engine adds. Lengths in points. */
export type Word = {
  text: string;
  font: EmbeddedFont;
  fontSize: number;
  fontFeatures?: readonly string[];
  width: number;
  height: number;
  /** White at the start and at the end that a line does not count. */
  leadingCut: number;
  trailingCut: number;
  /** Where the word starts, counted from the start of its line. */
  x: number;
  /** A line must end after the word, or must not. */
  lineEnd?: boolean;
  noNewLine?: boolean;
  /** A line may end after the word, with a hyphen. */
  soft?: boolean;
  readonly alignment: Run['alignment'];
  readonly color: string;
  readonly link?: string;
  readonly sup?: true;
  readonly chip?: Chip;
  readonly rule?: TextRule;
  readonly source: object;
};

/** What is used of a line of pdfmake's. */
export type Line = {
  x: number;
  y: number;
  readonly inlines: Word[];
  lastLineInParagraph: boolean;
  addInline(word: Word): void;
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
