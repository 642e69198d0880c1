import type { ColumnsNode, ImageNode, PdfNode, SvgNode, TableNode, TextNode } from '../definition.ts';
import type { DocumentFont } from './fonts.ts';
import { PlacedLine } from './line.ts';
import { type BrokenLine, breakLines } from './lines.ts';
import { firstBaseline, heightOf, lastBaseline, type Measured } from './measured.ts';
import { SVGMeasure } from './pdfmake.ts';
import type { Word } from './word.ts';
import { wordsOf } from './words.ts';

/** What is asked for fonts, and to have pictures at hand when they are painted. */
export type Source = { provideFont(name: string): DocumentFont; provideImage(name: string): unknown };

const svgs = new SVGMeasure();

/** Measures nodes, inside first: breaks the lines of texts, and brings base lines together. */
export class Measure {
  readonly #source: Source;
  readonly #fontOf: (name: string) => DocumentFont;

  constructor(source: Source) {
    this.#source = source;
    this.#fontOf = (name) => source.provideFont(name);
  }

  /** Measures a node in a column of `width` points. */
  measure(node: PdfNode & Measured, width: number): void {
    if ('text' in node) this.#measureText(node, width - node.margin[0] - node.margin[2]);
    else if ('stack' in node) this.#measureStack(node, width - node.margin[0] - node.margin[2]);
    else if ('columns' in node) this.#measureColumns(node);
    else if ('rows' in node) this.#measureTable(node);
    else if ('canvas' in node) node._height = 0;
    else this.#measurePicture(node);
  }

  #measureText(node: TextNode & Measured, width: number): void {
    const words = wordsOf(node.text, this.#fontOf);
    const broken = node.slots ? [wholeLine(words)] : breakLines(words, width);
    let height = 0;
    node._lines = broken.map((line, i) => {
      const placed = new PlacedLine(node, line, i === 0);
      height += placed.height;
      return placed;
    });
    node._height = height;
  }

  #measureStack(node: { readonly stack: readonly PdfNode[] } & Measured, width: number): void {
    let height = 0;
    for (const child of node.stack) {
      this.measure(child, width);
      height += heightOf(child);
    }
    node._height = height;
  }

  #measureColumns(node: ColumnsNode & Measured): void {
    for (const child of node.columns) this.measure(child, child.width);
    alignBaselines(node.columns, firstBaseline);
    node._height = tallest(node.columns);
  }

  #measureTable(node: TableNode & Measured): void {
    let height = 0;
    node._rowHeights = node.rows.map(({ cells, above, below, rule }, row) => {
      for (const cell of cells) this.measure(cell, cell.width);
      alignBaselines(cells, row < node.heads ? lastBaseline : firstBaseline);
      const own = above + tallest(cells) + below + (rule?.width ?? 0);
      height += own;
      return own;
    });
    node._height = height;
  }

  /** pdfmake's painters of pictures ask for what is left here. */
  #measurePicture(node: (SvgNode | ImageNode) & Measured): void {
    const { width, height } = node;
    Object.assign(node, { _width: width, _height: height });
    if ('svg' in node) node.svg = svgs.writeDimensions(node.svg, { width, height });
    else this.#source.provideImage(node.image);
  }
}

function wholeLine(words: readonly Word[]): BrokenLine {
  return { words, isSoft: false };
}

function tallest(nodes: readonly PdfNode[]): number {
  let height = 0;
  for (const node of nodes) height = Math.max(height, heightOf(node));
  return height;
}

/**
 * Brings base lines of what stands side by side together, by adding to top margins: the first ones in columns and rows,
 * the last ones in the head of a table.
 */
function alignBaselines(nodes: readonly PdfNode[], baselineOf: (node: PdfNode) => number | undefined): void {
  const baselines = nodes.map(baselineOf);
  let common = 0;
  for (const baseline of baselines) if (baseline !== undefined) common = Math.max(common, baseline);
  for (const [i, node] of nodes.entries()) {
    const own = baselines[i];
    if (own !== undefined) node.margin[1] += common - own;
  }
}
