import type { PageFrame, Shape } from '../definition.ts';
import type { LaidPage, PageItem } from './page.ts';

/** A place down the pages: `y` from the top of a page, `room` to where what is placed must end on it. In points. */
export type Place = { readonly page: number; readonly y: number; readonly room: number };

/** What stands side by side: where all of it begins, and the lowest end so far. */
type Beside = Place & {
  readonly x: number;
  readonly width: number;
  readonly around: Beside | undefined;
  lowest: Place;
};

/** What was left of a page for the next: how far down it was filled, and how far down the next one begins. */
export type Turn = { readonly page: number; readonly bottom: number; readonly top: number };

/** What is placed apart from the pages, to be put on them as often as it is needed. */
export type Block = { readonly items: readonly PageItem[]; readonly height: number };

/** Something that goes on over the end of a page, and what it does there. */
export type Going = { goOn(turn: Turn): void };

/** The pages of a document, and the place on them where the next thing goes. */
export class Sheets {
  readonly pages: LaidPage[] = [];
  page = -1;
  x = 0;
  y = 0;
  /** Of the column. */
  width = 0;
  room = 0;
  /** The row of a table in progress. */
  row: Going | undefined;
  /** Stands at the top of every page that is begun, `x` points from its left edge. */
  head: (Block & { readonly x: number; readonly pages: Set<number> }) | undefined;
  readonly #frame: PageFrame;
  #beside: Beside | undefined;
  #apart: PageItem[] | undefined;

  constructor(frame: PageFrame) {
    this.#frame = frame;
    this.x = frame.margin.left;
    this.width = frame.width - frame.margin.left - frame.margin.right;
    this.#begin(0);
  }

  /** What lies on a page, or apart from all pages, so far. */
  itemsOn(page: number): PageItem[] {
    return this.#apart ?? this.pages[page]!.items;
  }

  add(item: PageItem): void {
    this.itemsOn(this.page).push(item);
  }

  moveDown(height: number): void {
    this.y += height;
    this.room -= height;
  }

  /** Narrows the column from both sides; negative widths widen it again. */
  inset(left: number, right: number): void {
    this.x += left;
    this.width -= left + right;
  }

  /** Goes to the next page, which is there already where a neighbour went on to it. */
  turn(): void {
    const { page, y } = this;
    const bottom = Math.max(y, this.#beside?.lowest.y ?? y);
    this.#begin(page + 1);
    if (this.head) this.#repeat(this.head);
    this.row?.goOn({ page, bottom, top: this.y });
  }

  #begin(page: number): void {
    const { width, height, margin } = this.#frame;
    if (page === this.pages.length) this.pages.push({ items: [], pageSize: { width, height } });
    this.page = page;
    this.y = margin.top;
    this.room = height - margin.top - margin.bottom;
  }

  #repeat(head: NonNullable<Sheets['head']>): void {
    if (!head.pages.has(this.page)) this.stamp(head, head.x, this.y);
    head.pages.add(this.page);
    this.moveDown(head.height);
  }

  /** Begins what stands side by side. */
  openBeside(): void {
    const { page, x, y, width, room } = this;
    this.#beside = { page, x, y, width, room, around: this.#beside, lowest: { page, y, room } };
  }

  /** Goes up again to where all columns begin, for one at `x`, `width` points wide. */
  beginColumn(x: number, width: number): void {
    const beside = this.#beside!;
    this.#noteEnd(beside);
    this.page = beside.page;
    this.y = beside.y;
    this.room = beside.room;
    this.x = x;
    this.width = width;
  }

  /** Goes on below the lowest of the columns. */
  closeBeside(): void {
    const beside = this.#beside!;
    this.#noteEnd(beside);
    this.page = beside.lowest.page;
    this.y = beside.lowest.y;
    this.room = beside.lowest.room;
    this.x = beside.x;
    this.width = beside.width;
    this.#beside = beside.around;
  }

  #noteEnd(beside: Beside): void {
    const { page, y, room } = this;
    const { lowest } = beside;
    if (page > lowest.page || (page === lowest.page && y > lowest.y)) beside.lowest = { page, y, room };
  }

  /** Has something placed apart from the pages, from 0, 0 on, in a column of `width` points that never ends. */
  placeApart(width: number, place: () => void): Block {
    const { x, y, width: around, room } = this;
    const items: PageItem[] = [];
    this.#apart = items;
    [this.x, this.y, this.width, this.room] = [0, 0, width, Number.POSITIVE_INFINITY];
    place();
    const height = this.y;
    this.#apart = undefined;
    [this.x, this.y, this.width, this.room] = [x, y, around, room];
    return { items, height };
  }

  /** Puts what was placed apart on the page. */
  stamp({ items }: Block, x: number, y: number, page = this.page): void {
    const { items: onPage } = this.pages[page]!;
    for (const item of items) onPage.push(shiftedItem(item, x, y));
  }
}

function shiftedItem(entry: PageItem, x: number, y: number): PageItem {
  if (entry.type === 'line') return { type: 'line', item: entry.item.shifted(x, y) };
  if (entry.type === 'vector') return { type: 'vector', item: shifted(entry.item, x, y) };
  throw new Error('A picture stands where it would have to be repeated.');
}

/** The same shape at another place. */
export function shifted(shape: Shape, x: number, y: number): Shape {
  return shape.type === 'line'
    ? { ...shape, x1: shape.x1 + x, y1: shape.y1 + y, x2: shape.x2 + x, y2: shape.y2 + y }
    : { ...shape, x: shape.x + x, y: shape.y + y };
}
