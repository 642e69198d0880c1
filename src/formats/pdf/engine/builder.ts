import type {
  ColumnsNode,
  Definition,
  DrawingNode,
  FlowNode,
  Folio,
  ImageNode,
  PageFrame,
  PdfNode,
  SvgNode,
  TableNode,
  TextNode,
} from '../definition.ts';
import { addShapesBehind } from './behind.ts';
import { type Keep, planKeeps } from './keeps.ts';
import { Measure, type Source } from './measure.ts';
import { linesOf, type Measured, rowHeights } from './measured.ts';
import type { LaidPage, PlacedLine } from './page.ts';
import { RowInProgress } from './rows.ts';
import { Sheets, shifted } from './sheets.ts';

/** Where the pages of a part stand in the file. */
export type Span = { readonly before: number; readonly count: number };

// Adding up heights in another order must not move a block to the next page.
const tolerance = 0.01;

/** Places the nodes of a document on pages. What stays together is decided from measured heights, before it is placed. */
export class AnnexBuilder {
  readonly #frame: PageFrame;
  #measure: Measure | undefined;
  #sheets: Sheets;
  #keeps: ReadonlyMap<object, Keep> = new Map();

  constructor(frame: PageFrame) {
    this.#frame = frame;
    this.#sheets = new Sheets(frame);
  }

  /** Places everything on pages but the running lines. `source` is asked for fonts and pictures. */
  place(definition: Definition, source: Source): readonly LaidPage[] {
    const { width, height, margin } = this.#frame;
    const column = width - margin.left - margin.right;
    this.#measure = new Measure(source);
    for (const node of definition.flow) this.#measure.measure(node, column);
    this.#keeps = planKeeps(definition.flow, height - margin.top - margin.bottom);
    for (const node of definition.flow) this.#placeBlock(node);
    return this.#sheets.pages;
  }

  /** Adds the running lines to the pages, which stand behind `before` others in a file of `count`. */
  addRunningLines({ header, footer }: Definition, { before, count }: Span): void {
    const { height, margin } = this.#frame;
    const foliosOf = this.#sheets.pages.map(
      (_, page): Folio => ({ page: before + page + 1, count, isFirst: page === 0 }),
    );
    for (const [page, folio] of foliosOf.entries()) this.#addRunningLine(header(folio), page, 0, margin.top);
    for (const [page, folio] of foliosOf.entries())
      this.#addRunningLine(footer(folio), page, height - margin.bottom, margin.bottom);
  }

  #addRunningLine(node: PdfNode | undefined, page: number, top: number, height: number): void {
    if (node === undefined) return;
    const { width } = this.#frame;
    this.#measure!.measure(node, width);
    const block = this.#sheets.placeApart(width, () => this.#place(node));
    for (const { type, item } of block.items) if (type === 'line' && item.height > height) refuse(item);
    this.#sheets.stamp(block, 0, top, page);
  }

  #placeBlock(node: FlowNode): void {
    const sheets = this.#sheets;
    const { need } = this.#keeps.get(node)!;
    if (!this.#isAtTop() && sheets.room + tolerance < node.margin[1] + need) sheets.turn();
    // White above a block separates it from what stands above it: at the top of a page there is nothing.
    if (this.#isAtTop()) node.margin[1] = 0;
    if (node.from !== undefined) node.margin[1] = Math.max(node.margin[1], node.from - sheets.y);
    const { page } = sheets;
    this.#place(node);
    if (node.backdrop) this.#paintBackdrop(node.backdrop, page);
  }

  #paintBackdrop({ least, below, paint }: NonNullable<FlowNode['backdrop']>, page: number): void {
    const sheets = this.#sheets;
    const isOnePage = sheets.page === page;
    const bottom = isOnePage ? Math.max(least, sheets.y + below) : this.#frame.height;
    const shapes = paint(this.#frame.width, bottom).map((item) => ({ type: 'vector', item }) as const);
    sheets.itemsOn(page).unshift(...shapes);
    if (isOnePage) sheets.moveDown(bottom - sheets.y);
  }

  #isAtTop(): boolean {
    return this.#sheets.y <= this.#frame.margin.top + tolerance;
  }

  #place(node: PdfNode): void {
    // Not taken apart as a list, which would leave a walker over it behind for every node.
    const { 0: left, 1: top, 2: right, 3: bottom } = node.margin;
    this.#skip(top);
    this.#sheets.inset(left, right);
    this.#placeContent(node);
    this.#skip(bottom);
    this.#sheets.inset(-left, -right);
  }

  /** White that does not fit on the page takes what is left of it. */
  #skip(height: number): void {
    const sheets = this.#sheets;
    if (height <= sheets.room) sheets.moveDown(height);
    else {
      sheets.moveDown(sheets.room);
      sheets.turn();
    }
  }

  #placeContent(node: PdfNode): void {
    if ('text' in node) this.#placeLines(node);
    else if ('stack' in node) for (const child of node.stack) this.#place(child);
    else if ('columns' in node) this.#placeColumns(node);
    else if ('rows' in node) this.#placeTable(node);
    else if ('canvas' in node) this.#placeDrawing(node);
    else this.#placePicture(node);
  }

  #placeLines(node: TextNode): void {
    const sheets = this.#sheets;
    for (const line of linesOf(node)) {
      if (line.height > sheets.room) sheets.turn();
      if (line.height > sheets.room) refuse(line);
      line.x = sheets.x + alignedIn(sheets.width, line);
      line.y = sheets.y;
      addShapesBehind(line, sheets.itemsOn(sheets.page));
      sheets.add({ type: 'line', item: line });
      sheets.moveDown(line.height);
    }
  }

  #placeColumns({ columns }: ColumnsNode): void {
    const sheets = this.#sheets;
    let { x } = sheets;
    sheets.openBeside();
    for (const column of columns) {
      sheets.beginColumn(x, column.width);
      this.#place(column);
      x += column.width;
    }
    sheets.closeBeside();
  }

  #placeTable(node: TableNode): void {
    const keep = this.#keeps.get(node);
    const isHeaded = node.heads > 0 && keep?.repeatsHead !== false;
    if (isHeaded) this.#placeHead(node);
    for (let row = isHeaded ? node.heads : 0; row < node.rows.length; row++) {
      this.#keepRow(node, row, keep, isHeaded);
      this.#placeRow(node, row, isHeaded);
    }
    this.#sheets.head = undefined;
  }

  #placeHead(node: TableNode): void {
    const sheets = this.#sheets;
    const block = sheets.placeApart(sheets.width, () => {
      for (let row = 0; row < node.heads; row++) this.#placeRow(node, row, true);
    });
    if (block.height > sheets.room) sheets.turn();
    if (block.height > sheets.room) throw new Error('The head of a table is taller than a page.');
    sheets.stamp(block, sheets.x, sheets.y);
    sheets.moveDown(block.height);
    sheets.head = { ...block, x: sheets.x, pages: new Set() };
  }

  #placeRow(node: TableNode, row: number, isHeaded: boolean): void {
    new RowInProgress(this.#sheets, node, row, isHeaded).place((cell) => this.#place(cell));
  }

  /** The head and the first row start where the table starts, which was decided for the table. */
  #keepRow(node: TableNode, row: number, keep: Keep | undefined, isHeaded: boolean): void {
    const need = row > node.heads ? keep?.rows?.[row] : undefined;
    if (need === undefined) return;
    const sheets = this.#sheets;
    const repeated = isHeaded ? sum(rowHeights(node).slice(0, node.heads)) : 0;
    const isFresh = sheets.y <= this.#frame.margin.top + repeated + tolerance;
    if (!isFresh && sheets.room + tolerance < need) sheets.turn();
  }

  #placeDrawing({ canvas }: DrawingNode): void {
    const sheets = this.#sheets;
    for (const shape of canvas) sheets.add({ type: 'vector', item: shifted(shape, sheets.x, sheets.y) });
  }

  #placePicture(node: (SvgNode | ImageNode) & Measured): void {
    const sheets = this.#sheets;
    const height = node._height!;
    if (height > sheets.room && sheets.itemsOn(sheets.page).length > 0) sheets.turn();
    const item = Object.assign(node, { x: sheets.x, y: sheets.y });
    sheets.add({ type: 'svg' in node ? 'svg' : 'image', item });
    sheets.moveDown(height);
  }
}

/** How far right of the left edge of a column a line begins. */
function alignedIn(width: number, line: PlacedLine): number {
  const alignment = line.inlines[0]?.alignment;
  if (alignment === 'right') return width - line.width;
  return alignment === 'center' ? (width - line.width) / 2 : 0;
}

function refuse(line: PlacedLine): never {
  const text = line.inlines.map((word) => word.text).join('');
  throw new Error(`A line is taller than a page: '${text}'.`);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
