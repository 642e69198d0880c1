import type { Definition, FlowNode, Folio, PageFrame, PdfNode, TableNode, TextNode } from '../definition.ts';
import { alignBaselines } from './align.ts';
import type { AnnexPdf } from './document.ts';
import { linesOf, rowHeight } from './heights.ts';
import { type Keep, planKeeps } from './keeps.ts';
import type { BrokenLine } from './lines.ts';
import { AnnexMeasure } from './measure.ts';
import type { LaidPage, PlacedLine } from './page.ts';
import { DocumentContext, LayoutBuilder, LineOfWords, SVGMeasure, TableProcessor } from './pdfmake.ts';
import { AnnexWriter } from './writer.ts';

/** Where the pages of a part stand in the file. */
export type Span = { readonly before: number; readonly count: number };

// Adding up heights in another order must not move a block to the next page.
const tolerance = 0.01;

/**
 * pdfmake's layout, with page breaks decided from measured heights: pdfmake itself lays a document out again for
 * every break it corrects, and loses what does not fit into a block that must not break.
 */
export class AnnexBuilder extends LayoutBuilder {
  readonly #frame: PageFrame;
  readonly #taken = new WeakMap<TextNode, { readonly lines: readonly BrokenLine[]; next: number }>();
  #keeps: ReadonlyMap<object, Keep> = new Map();

  constructor(frame: PageFrame) {
    super({ width: frame.width, height: frame.height }, frame.margin, new SVGMeasure());
    this.#frame = frame;
  }

  /** Places everything on pages but the running lines. `pdf` is asked for fonts and pictures. */
  place(definition: Definition, pdf: AnnexPdf): readonly LaidPage[] {
    const { width, height, margin } = this.#frame;
    const column = width - margin.left - margin.right;
    const measure = new AnnexMeasure(pdf);
    this.docMeasure = measure;
    this.docPreprocessor = { preprocessBlock: (node) => node };
    for (const node of definition.flow) alignBaselines(measure.measureNode(node), column);
    this.#keeps = planKeeps(definition.flow, column, height - margin.top - margin.bottom);
    this.writer = new AnnexWriter(new DocumentContext());
    this.writer.addPage(this.pageSize, null, margin);
    for (const node of definition.flow) this.#placeBlock(node);
    return this.writer.context().pages;
  }

  /** Adds the running lines to the pages, which stand behind `before` others in a file of `count`. */
  addRunningLines({ header, footer }: Definition, { before, count }: Span): void {
    const folio = (number: number): Folio => ({ page: before + number, count, isFirst: number === 1 });
    this.addHeadersAndFooters(
      (number: number) => header(folio(number)),
      (number: number) => footer(folio(number)),
    );
  }

  #placeBlock(node: FlowNode): void {
    const { need } = this.#keeps.get(node)!;
    if (!this.#isAtTop() && this.writer.context().availableHeight + tolerance < node.margin[1] + need) {
      this.writer.moveToNextPage();
    }
    // White above a block separates it from what stands above it: at the top of a page there is nothing.
    if (this.#isAtTop()) node.margin[1] = 0;
    if (node.from !== undefined)
      node.margin[1] = Math.max(node.margin[1], node.from - this.writer.context().y);
    const page = this.writer.context().page;
    this.processNode(node);
    if (node.backdrop) this.#paintBackdrop(node.backdrop, page);
  }

  #paintBackdrop({ least, below, paint }: NonNullable<FlowNode['backdrop']>, page: number): void {
    const context = this.writer.context();
    const isOnePage = context.page === page;
    const bottom = isOnePage ? Math.max(least, context.y + below) : this.#frame.height;
    const shapes = paint(this.#frame.width, bottom).map((item) => ({ type: 'vector', item }) as const);
    context.pages[page]!.items.unshift(...shapes);
    if (isOnePage) context.moveDown(bottom - context.y);
  }

  #isAtTop(): boolean {
    const context = this.writer.context();
    return context.y <= context.pageMargins.top + tolerance;
  }

  /**
   * pdfmake's way through the nodes, without what no node here asks for: page breaks of its own, places of its own, a
   * note of every position that it had.
   */
  override processNode(node: PdfNode): void {
    // Not taken apart as a list, which would leave a walker over it behind for every node.
    const { 0: left, 1: top, 2: right, 3: bottom } = node.margin;
    (node as PdfNode & { positions: object[] }).positions = [];
    this.#skip(top);
    this.writer.context().addMargin(left, right);
    this.#processContent(node);
    this.#skip(bottom);
    this.writer.context().addMargin(-left, -right);
  }

  /** White that does not fit on the page takes what is left of it. */
  #skip(height: number): void {
    const context = this.writer.context();
    // A block that is kept for every page has no height to fill.
    if (context.availableHeight < height) {
      context.moveDown(context.availableHeight);
      this.writer.moveToNextPage();
    } else context.moveDown(height);
  }

  #processContent(node: PdfNode): void {
    if ('text' in node) this.#processLines(node);
    else if ('stack' in node) for (const child of node.stack) this.processNode(child);
    else if ('columns' in node) this.processColumns(node);
    else if ('table' in node) this.processTable(node);
    else if ('canvas' in node) this.processCanvas(node);
    else if ('svg' in node) this.processSVG(node);
    else this.processImage(node);
  }

  #processLines(node: TextNode): void {
    const context = this.writer.context();
    for (let line = this.#nextLine(node); line !== null; line = this.#nextLine(node)) {
      const isBelowTop = context.y > context.pageMargins.top;
      if (isBelowTop && line.getHeight() > context.availableHeight) this.writer.moveToNextPage();
      this.writer.addLine(line);
    }
  }

  /** pdfmake's loop over the rows, with a look at each row's keep before it starts. */
  override processTable(node: TableNode): void {
    this.nestedLevel++;
    const processor = new TableProcessor(node);
    processor.beginTable(this.writer);
    for (const [row, cells] of node.table.body.entries()) {
      this.#keepRow(node, row);
      processor.beginRow(row, this.writer);
      const { pageBreaks } = this.processRow({
        marginX: [node.margin[0], node.margin[2]],
        rowsWithoutPageBreak: processor.rowsWithoutPageBreak,
        cells,
        widths: node.table.widths,
        gaps: (node as TableNode & { _offsets: { offsets: number[] } })._offsets.offsets,
        tableBody: node.table.body,
        tableNode: node,
        rowIndex: row,
      });
      processor.endRow(row, this.writer, pageBreaks);
    }
    processor.endTable(this.writer);
    this.nestedLevel--;
  }

  #keepRow(node: TableNode, row: number): void {
    // The head and the first row start where the table starts, which was decided for the table.
    const need = row > node.heads ? this.#keeps.get(node)?.rows?.[row] : undefined;
    if (need === undefined) return;
    const context = this.writer.context();
    const repeated = node.table.headerRows > 0 ? rowsHeight(node, node.heads) : 0;
    const isFresh = context.y <= context.pageMargins.top + repeated + tolerance;
    if (!isFresh && context.availableHeight + tolerance < need) this.writer.moveToNextPage();
  }

  /** Hands out the lines of a paragraph one by one; they were broken when the paragraph was measured. */
  #nextLine(node: TextNode): PlacedLine | null {
    const width = this.writer.context().availableWidth;
    let taken = this.#taken.get(node);
    if (taken === undefined) {
      taken = { lines: linesOf(node, width), next: 0 };
      this.#taken.set(node, taken);
    }
    const broken = taken.lines[taken.next];
    if (broken === undefined) return null;
    const line: PlacedLine = new LineOfWords(width);
    for (const word of broken.words) line.addInline(word);
    if (node.slots) centreInSlots(line, node.slots.centres);
    line.node = node;
    line.isFirst = taken.next === 0;
    line.isSoft = broken.isSoft;
    taken.next++;
    line.lastLineInParagraph = taken.next === taken.lines.length;
    return line;
  }
}

function centreInSlots(line: PlacedLine, centres: readonly number[]): void {
  for (const [i, word] of line.inlines.entries()) {
    word.x = centres[i]! - (word.width - word.trailingCut) / 2;
  }
}

function rowsHeight(node: TableNode, count: number): number {
  let height = 0;
  for (let row = 0; row < count; row++) height += rowHeight(node, row);
  return height;
}
