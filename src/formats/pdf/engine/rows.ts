import type { Rule, TableNode, TableRow } from '../definition.ts';
import type { Going, Sheets, Turn } from './sheets.ts';

/** A part of a row on one page, from the top of its white or its text to where it ends or the next page begins. */
type Part = { readonly page: number; readonly top: number; readonly bottom: number };

/** A row of a table while it is placed, and what is drawn around it once its cells stand. Lengths in points. */
export class RowInProgress implements Going {
  readonly #sheets: Sheets;
  readonly #table: TableNode;
  readonly #index: number;
  readonly #row: TableRow;
  /** Whether the head of the table is repeated above each part of the row. */
  readonly #isHeaded: boolean;
  readonly #page: number;
  readonly #top: number;
  /** Where the lowest of the cells that end on the first page ends; of those on other pages, by page. */
  #end = 0;
  readonly #laterEnds = new Map<number, number>();
  readonly #turns: { page: number; bottom: number; top: number }[] = [];

  constructor(sheets: Sheets, table: TableNode, index: number, isHeaded: boolean) {
    this.#sheets = sheets;
    this.#table = table;
    this.#index = index;
    this.#row = table.rows[index]!;
    this.#isHeaded = isHeaded;
    this.#page = sheets.page;
    this.#top = sheets.y;
  }

  /** Places the row with `placeCell`, its white above and below and its lines. */
  place(placeCell: (cell: TableRow['cells'][number]) => void): void {
    const sheets = this.#sheets;
    const { cells, above, below } = this.#row;
    const reserved = this.#reserved;
    sheets.room -= reserved;
    sheets.moveDown(above);
    sheets.row = this;
    this.#placeCells(cells, placeCell);
    sheets.row = undefined;
    sheets.moveDown(below);
    sheets.room += reserved;
    this.#drawAround();
    this.#drawRule(this.#index + 1, sheets.y, sheets.page);
    sheets.moveDown(this.#ruleAt(this.#index + 1)?.width ?? 0);
  }

  #placeCells(cells: TableRow['cells'], placeCell: (cell: TableRow['cells'][number]) => void): void {
    const sheets = this.#sheets;
    const { gaps } = this.#table;
    let column = 0;
    let { x } = sheets;
    sheets.openBeside();
    for (const cell of cells) {
      x += gaps[column]!;
      sheets.beginColumn(x, cell.width);
      placeCell(cell);
      this.#noteEnd();
      x += cell.width;
      column += cell.span ?? 1;
    }
    sheets.closeBeside();
  }

  #noteEnd(): void {
    const { page, y } = this.#sheets;
    if (page === this.#page) this.#end = Math.max(this.#end, y);
    else this.#laterEnds.set(page, Math.max(this.#laterEnds.get(page) ?? 0, y));
  }

  /** White goes on at the top of every page, and is kept free at the bottom with room for the rule. */
  goOn({ page, bottom, top }: Turn): void {
    this.#sheets.moveDown(this.#row.above + (this.#isHeaded ? 0 : (this.#ruleAt(this.#index)?.width ?? 0)));
    this.#sheets.room -= this.#reserved;
    const known = this.#turns.find((turn) => turn.page === page);
    if (known === undefined) this.#turns.push({ page, bottom, top });
    else {
      known.bottom = Math.max(known.bottom, bottom);
      known.top = Math.min(known.top, top);
    }
  }

  get #reserved(): number {
    return this.#row.below + (this.#row.rule?.width ?? 0);
  }

  /** The bar and the tint, and a rule at each end of a page. */
  #drawAround(): void {
    const { bar, tint } = this.#table;
    const hasBar = bar !== undefined && this.#row.besideBar;
    if (this.#turns.length === 0 && !hasBar && tint === undefined) return;
    const parts = this.#parts();
    // Nothing but white would stand there.
    const isBare = parts[0]!.bottom - parts[0]!.top === this.#row.above;
    for (let i = isBare ? 1 : 0; i < parts.length; i++) {
      const { page, top, bottom } = parts[i]!;
      const isOpen = i > 0 && !this.#isHeaded;
      const isCut = i < parts.length - 1;
      const end = bottom + (isCut ? this.#row.below : 0);
      if (isCut) this.#drawExtraRule(this.#index + 1, end, page);
      if (isOpen) this.#drawExtraRule(this.#index, top, page);
      const ruleAbove = isOpen ? 0 : (this.#ruleAt(this.#index)?.width ?? 0);
      const ruleBelow = this.#row.rule?.width ?? 0;
      if (hasBar) this.#drawBar(bar, page, top - ruleAbove, end + ruleBelow);
      if (tint !== undefined) this.#drawTint(tint, page, top - ruleAbove / 2, end + ruleBelow / 2);
    }
  }

  /** Cells that ended on a page may reach further down than those that went on from it. */
  #parts(): Part[] {
    const last = { page: this.#sheets.page, bottom: this.#sheets.y };
    const ends = this.#turns.map(({ page, bottom }) => ({
      page,
      bottom: Math.max(bottom, this.#endOn(page)),
    }));
    const tops = [this.#top, ...this.#turns.map(({ top }) => top)];
    return [...ends, last].map((end, i) => ({ ...end, top: tops[i]! }));
  }

  #endOn(page: number): number {
    return page === this.#page ? this.#end : (this.#laterEnds.get(page) ?? 0);
  }

  /** The rule above a row, that is under the one before it. */
  #ruleAt(index: number): Rule | undefined {
    return this.#table.rows[index - 1]?.rule;
  }

  /** Moves nothing, but takes its width from the room below the row: so pages were broken ever since. */
  #drawExtraRule(index: number, top: number, page: number): void {
    this.#drawRule(index, top, page);
    this.#sheets.room -= this.#ruleAt(index)?.width ?? 0;
  }

  /** A rule above a row, in a piece for each cell that ends or begins at it. */
  #drawRule(index: number, top: number, page: number): void {
    const rule = this.#ruleAt(index);
    if (rule === undefined || rule.width === 0) return;
    const { edges, rows } = this.#table;
    const items = this.#sheets.itemsOn(page);
    const { x } = this.#sheets;
    const y = top + rule.width / 2;
    for (let column = 0; column < edges.length - 1; ) {
      const next = column + columnsOfPiece(rows, index, column);
      const item = {
        type: 'line',
        x1: edges[column]! + x,
        x2: edges[next]! + x,
        y1: y,
        y2: y,
        lineWidth: rule.width,
        lineColor: rule.colour,
      } as const;
      items.push({ type: 'vector', item });
      column = next;
    }
  }

  #drawBar({ width, colour }: Rule, page: number, y1: number, y2: number): void {
    const x = this.#sheets.x + width / 2;
    const item = { type: 'line', x1: x, x2: x, y1, y2, lineWidth: width, lineColor: colour } as const;
    this.#sheets.itemsOn(page).push({ type: 'vector', item });
  }

  #drawTint(color: string, page: number, top: number, bottom: number): void {
    const { edges, bar } = this.#table;
    const left = edges[0]! + (bar?.width ?? 0) / 2;
    const place = { x: this.#sheets.x + left, y: top, w: edges.at(-1)! - left, h: bottom - top };
    const item = { type: 'rect', ...place, color } as const;
    this.#sheets.itemsOn(page).unshift({ type: 'vector', item });
  }
}

/** How many columns a piece of the rule above a row takes: as many as the cell over it, or else the one under it. */
function columnsOfPiece(rows: TableNode['rows'], index: number, column: number): number {
  const over = spanAt(rows[index - 1]!, column);
  const under = rows[index];
  return over > 1 || under === undefined ? over : spanAt(under, column);
}

/** How many columns the cell takes that starts in a column; one where none does. */
function spanAt({ cells }: TableRow, column: number): number {
  let start = 0;
  for (const { span = 1 } of cells) {
    if (start === column) return span;
    start += span;
  }
  return 1;
}
