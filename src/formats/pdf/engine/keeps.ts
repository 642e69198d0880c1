import type { FlowNode, TableNode } from '../definition.ts';
import { heightOf, linesOf, rowHeights } from './measured.ts';

/**
 * What must fit below a point on a page for a block to start there, in points; for a table also what each of its
 * rows asks for. All of it is measured before anything is placed, so nothing has to be placed twice, and what is
 * too tall to stay together is simply allowed to break: a keep can never cost a line of text.
 */
export type Keep = {
  readonly need: number;
  readonly rows?: readonly number[];
  /** Whether the head of a table is repeated on every page: one that is too tall is not. */
  readonly repeatsHead?: boolean;
};

// Shares of the page's height: what is taller may break, and then starts only where so much of it fits.
const tallestRow = 0.4;
const tallestGroup = 0.5;
const leastStart = 0.15;
const tallestHead = 0.35;

// Up to so many lines a closing paragraph stays with what it closes.
const closingLines = 3;

/** Plans the keeps of all blocks of a measured document, on pages of `height` points. */
export function planKeeps(flow: readonly FlowNode[], height: number): Map<FlowNode, Keep> {
  const keeps = new Map<FlowNode, Keep>();
  const closing = closingHeight(flow);
  let following = 0;
  for (let i = flow.length - 1; i >= 0; i--) {
    const node = flow[i]!;
    const isBeforeClosing = closing > 0 && i === flow.length - 2;
    const keep =
      'rows' in node ? tableKeep(node, height, isBeforeClosing ? closing : 0) : blockKeep(node, height);
    const isBound = node.keepWithNext === true || (isBeforeClosing && !('rows' in node));
    const need = keep.need + (isBound ? following : 0);
    keeps.set(node, { ...keep, need: Math.min(need, height) });
    following = node.margin[1] + need;
  }
  return keeps;
}

/** The height of a short last paragraph, which is not to stand alone on a page of its own. */
function closingHeight(flow: readonly FlowNode[]): number {
  const last = flow.at(-1);
  if (last === undefined || !('text' in last)) return 0;
  return linesOf(last).length <= closingLines ? heightOf(last) : 0;
}

function blockKeep(node: FlowNode, height: number): Keep {
  const own = heightOf(node) - node.margin[1];
  return { need: own <= height * tallestGroup ? own : height * leastStart };
}

function tableKeep(node: TableNode, height: number, closing: number): Keep {
  const heads = node.heads;
  const rows = rowHeights(node);
  const head = sum(rows.slice(0, heads));
  const needs = rows.map((row) => (row <= height * tallestRow ? row : height * leastStart));
  const tail = tailStart(node, rows.length, closing);
  const tailHeight = sum(rows.slice(tail)) + closing;
  const holdsTail = tailHeight <= height * tallestGroup;
  if (holdsTail && tail < rows.length) needs[tail] = tailHeight;
  const first = Math.min(heads + Math.max(1, node.keep.first), rows.length);
  const start = firstGroup(needs, rows, {
    heads,
    first,
    tail: holdsTail ? tail : rows.length,
    limit: height * tallestGroup,
  });
  const tallest = height * tallestHead;
  return { need: Math.min(head, tallest) + start, rows: needs, repeatsHead: head <= tallest };
}

/** The first of the rows that end a table together; a closing paragraph binds at least the last row. */
function tailStart(node: TableNode, count: number, closing: number): number {
  const last = Math.max(node.keep.last, closing > 0 ? 1 : 0);
  return Math.max(node.heads, count - last);
}

type Group = {
  readonly heads: number;
  readonly first: number;
  readonly tail: number;
  readonly limit: number;
};

/** Height of the rows that start with the head: as many of them as may stay together. */
function firstGroup(needs: readonly number[], rows: readonly number[], group: Group): number {
  let height = 0;
  for (let row = group.heads; row < group.first; row++) {
    const need = row >= group.tail ? needs[group.tail]! : needs[row]!;
    if (height > 0 && height + need > group.limit) return height;
    height += need;
    if (row >= group.tail || rows[row]! > need) return height;
  }
  return height;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
