import type { ColumnsNode, PdfNode } from '../definition.ts';
import type { DocumentFont } from './fonts.ts';
import type { Word } from './page.ts';
import { DocMeasure, SVGMeasure } from './pdfmake.ts';
import { wordsOf } from './words.ts';

/** What is left on texts for `linesOf`, and on columns for pdfmake's layout. */
type Measured = { _inlines?: Word[]; _margin?: readonly number[] };

/** Nodes say all of their style themselves: there is nothing to inherit. */
const noStyles = { auto: <T>(_: object, callback: () => T): T => callback(), getProperty: () => undefined };

/** pdfmake's measuring of nodes for its layout, without what they never ask for: shorthands, named styles, inheritance. */
export class AnnexMeasure extends DocMeasure {
  readonly #fontOf: (name: string) => DocumentFont;

  /** `pdf` is asked for fonts and pictures. */
  constructor(pdf: { provideFont(name: string): DocumentFont }) {
    super(pdf, {}, {}, new SVGMeasure(), {});
    this.styleStack = noStyles;
    this.#fontOf = (name) => pdf.provideFont(name);
  }

  override measureNode<T extends object>(node: T): T {
    this.#measure(node as never);
    return node;
  }

  #measure(node: PdfNode & Measured): void {
    // Columns are as wide as layout says: how wide their text would like to be does not matter.
    if ('text' in node) node._inlines = wordsOf(node.text, this.#fontOf);
    else if ('stack' in node) for (const child of node.stack) this.#measure(child);
    else if ('columns' in node) this.#measureColumns(node);
    else if ('table' in node) this.measureTable(node);
    else if ('canvas' in node) this.measureCanvas(node);
    else if ('svg' in node) this.measureSVG(node);
    else this.measureImage(node);
  }

  #measureColumns(node: ColumnsNode & Measured): void {
    node._margin = node.margin;
    for (const child of node.columns) this.#measure(child);
  }
}
