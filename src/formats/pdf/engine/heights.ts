import type { CellNode, PdfNode, TableNode, TextNode } from '../definition.ts';
import { type BrokenLine, breakLines } from './lines.ts';
import type { Word } from './page.ts';

/** What measuring leaves on nodes, the lines of a text as they were broken last, and the cells of a table by rows. */
type Measured = {
  readonly _inlines?: Word[];
  readonly _height?: number;
  _broken?: { readonly width: number; readonly lines: readonly BrokenLine[] };
  _cells?: readonly (readonly PlacedCell[])[];
};

/** A cell, with the width of its content. */
type PlacedCell = { readonly cell: CellNode; readonly width: number };

/** The lines of a measured paragraph in a column of `width` points; broken once and remembered. */
export function linesOf(node: TextNode & Measured, width: number): readonly BrokenLine[] {
  const known = node._broken;
  if (known !== undefined && Math.abs(known.width - width) < 0.01) return known.lines;
  const words = node._inlines ?? [];
  const lines = node.slots ? [{ words, isSoft: false }] : breakLines(words, width);
  node._broken = { width, lines };
  return lines;
}

/** Height in points that a measured node takes in a column of `width` points, margins included. */
export function heightOf(node: PdfNode, width: number): number {
  const { margin } = node;
  return margin[1] + contentHeight(node, width - margin[0] - margin[2]) + margin[3];
}

function contentHeight(node: PdfNode, width: number): number {
  if ('text' in node) return total(linesOf(node, width), ({ words }) => lineHeight(words));
  if ('stack' in node) return total(node.stack, (child) => heightOf(child, width));
  if ('columns' in node)
    return Math.max(0, ...node.columns.map((child) => heightOf(child, child.width ?? width)));
  if ('table' in node) return total(node.table.body, (_, row) => rowHeight(node, row));
  return (node as Measured)._height ?? 0;
}

/** Height of a table's row with its padding and the line below it. */
export function rowHeight(node: TableNode, row: number): number {
  const { layout } = node;
  const cells = cellsIn(node, row);
  const content = cells.reduce((tallest, { cell, width }) => Math.max(tallest, heightOf(cell, width)), 0);
  return layout.paddingTop(row) + content + layout.paddingBottom(row) + layout.hLineWidth(row + 1);
}

/** The cells that start in a row of a measured table. */
export function cellsIn(node: TableNode & Measured, row: number): readonly PlacedCell[] {
  node._cells ??= node.table.body.map((cells) => placeCells(node, cells));
  return node._cells[row]!;
}

function placeCells(node: TableNode, row: TableNode['table']['body'][number]): PlacedCell[] {
  const { widths } = node.table;
  const cells: PlacedCell[] = [];
  for (const [column, cell] of row.entries()) {
    if (!isCell(cell)) continue;
    let width = widthAt(widths, column);
    for (let next = column + 1; next < column + (cell.colSpan ?? 1); next++) {
      width += node.layout.paddingRight(next - 1) + widthAt(widths, next);
    }
    cells.push({ cell, width });
  }
  return cells;
}

/** pdfmake puts `_span` cells where an earlier cell reaches. */
function isCell(cell: CellNode | Record<string, never>): cell is CellNode {
  return 'margin' in cell;
}

/** pdfmake turns the widths it was given into objects. */
function widthAt(widths: readonly (number | { readonly width: number })[], column: number): number {
  const width = widths[column] ?? 0;
  return typeof width === 'number' ? width : width.width;
}

/** Where the first base line lies, counted from the top of a node; undefined where it holds no text. */
export function firstBaseline(node: PdfNode, width: number): number | undefined {
  const { margin } = node;
  const inner = width - margin[0] - margin[2];
  const inside = 'text' in node ? ascentOf(linesOf(node, inner)[0]) : firstInside(node, inner);
  return inside === undefined ? undefined : margin[1] + inside;
}

function firstInside(node: PdfNode, width: number): number | undefined {
  if ('columns' in node)
    return leastDefined(node.columns.map((child) => firstBaseline(child, child.width ?? width)));
  if (!('stack' in node)) return undefined;
  let above = 0;
  for (const child of node.stack) {
    const baseline = firstBaseline(child, width);
    if (baseline !== undefined) return above + baseline;
    above += heightOf(child, width);
  }
  return undefined;
}

/** Where the last base line lies, counted from the top of a node. */
export function lastBaseline(node: PdfNode, width: number): number | undefined {
  const [left, top, right, bottom] = node.margin;
  const inner = width - left - right;
  if ('text' in node) {
    const lines = linesOf(node, inner);
    const ascent = ascentOf(lines.at(-1));
    return ascent === undefined
      ? undefined
      : heightOf(node, width) - bottom - lineHeight(lines.at(-1)!.words) + ascent;
  }
  if ('columns' in node) {
    const baselines = node.columns.map((child) => lastBaseline(child, child.width ?? inner));
    const lowest = Math.max(...baselines.map((baseline) => baseline ?? -1));
    return lowest < 0 ? undefined : top + lowest;
  }
  if (!('stack' in node)) return undefined;
  let below = heightOf(node, width) - bottom;
  for (const child of [...node.stack].reverse()) {
    below -= heightOf(child, inner);
    const baseline = lastBaseline(child, inner);
    if (baseline !== undefined) return below + baseline;
  }
  return undefined;
}

function ascentOf(line: BrokenLine | undefined): number | undefined {
  if (line === undefined || line.words.length === 0) return undefined;
  return Math.max(...line.words.map((word) => (word.font.ascender / 1000) * word.fontSize));
}

function lineHeight(words: readonly Word[]): number {
  return words.reduce((height, word) => Math.max(height, word.height), 0);
}

function leastDefined(values: readonly (number | undefined)[]): number | undefined {
  const defined = values.filter((value) => value !== undefined);
  return defined.length > 0 ? Math.min(...defined) : undefined;
}

function total<Item>(items: readonly Item[], heightOfItem: (item: Item, i: number) => number): number {
  return items.reduce((height, item, i) => height + heightOfItem(item, i), 0);
}
