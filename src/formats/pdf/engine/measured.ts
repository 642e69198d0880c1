import type { PdfNode, TableNode, TextNode } from '../definition.ts';
import type { PlacedLine } from './line.ts';

/** What measuring leaves on nodes. Lengths in points. */
export type Measured = {
  _lines?: readonly PlacedLine[];
  /** Without the margins. */
  _height?: number;
  /** Of the rows of a table, each with its white and the rule under it. */
  _rowHeights?: readonly number[];
};

/** The lines of a measured text. */
export function linesOf(node: TextNode & Measured): readonly PlacedLine[] {
  return node._lines!;
}

/** Height of a measured node with its margins. */
export function heightOf(node: PdfNode & Measured): number {
  return node.margin[1] + node._height! + node.margin[3];
}

/** Heights of the rows of a measured table, each with its white and the rule under it. */
export function rowHeights(node: TableNode & Measured): readonly number[] {
  return node._rowHeights!;
}

/** Where the first base line lies, counted from the top of a measured node; undefined where it holds no text. */
export function firstBaseline(node: PdfNode): number | undefined {
  const inside = firstInside(node);
  return inside === undefined ? undefined : node.margin[1] + inside;
}

function firstInside(node: PdfNode): number | undefined {
  if ('text' in node) return linesOf(node)[0]?.ascent;
  if ('columns' in node) return leastBaseline(node.columns);
  if (!('stack' in node)) return undefined;
  let above = 0;
  for (const child of node.stack) {
    const baseline = firstBaseline(child);
    if (baseline !== undefined) return above + baseline;
    above += heightOf(child);
  }
  return undefined;
}

function leastBaseline(nodes: readonly PdfNode[]): number | undefined {
  let least: number | undefined;
  for (const node of nodes) {
    const baseline = firstBaseline(node);
    if (baseline !== undefined && (least === undefined || baseline < least)) least = baseline;
  }
  return least;
}

/** Where the last base line lies, counted from the top of a measured node. */
export function lastBaseline(node: PdfNode): number | undefined {
  const { 1: top, 3: bottom } = node.margin;
  if ('text' in node) {
    const last = linesOf(node).at(-1);
    return last && heightOf(node) - bottom - last.height + last.ascent;
  }
  if ('columns' in node) {
    const lowest = Math.max(...node.columns.map((child) => lastBaseline(child) ?? -1));
    return lowest < 0 ? undefined : top + lowest;
  }
  if (!('stack' in node)) return undefined;
  let below = heightOf(node) - bottom;
  for (const child of [...node.stack].reverse()) {
    below -= heightOf(child);
    const baseline = lastBaseline(child);
    if (baseline !== undefined) return below + baseline;
  }
  return undefined;
}
