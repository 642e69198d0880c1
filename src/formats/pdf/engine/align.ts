import type { PdfNode, TableNode } from '../definition.ts';
import { cellsIn, firstBaseline, lastBaseline } from './heights.ts';

type Baseline = (node: PdfNode, width: number) => number | undefined;
type Neighbour = { readonly node: PdfNode; readonly width: number };

/**
 * Brings the base lines of what stands side by side together, inside first: the first ones in columns and rows, the
 * last ones in the head of a table. Works on measured nodes and adds to their top margins.
 */
export function alignBaselines(node: PdfNode, width: number): void {
  const inner = width - node.margin[0] - node.margin[2];
  if ('stack' in node) for (const child of node.stack) alignBaselines(child, inner);
  if ('columns' in node) {
    alignSideBySide(
      node.columns.map((child) => ({ node: child, width: child.width ?? inner })),
      firstBaseline,
    );
  }
  if ('table' in node) alignRows(node);
}

function alignRows(node: TableNode): void {
  for (let row = 0; row < node.table.body.length; row++) {
    const cells = cellsIn(node, row).map(({ cell, width }) => ({ node: cell, width }));
    alignSideBySide(cells, row < node.heads ? lastBaseline : firstBaseline);
  }
}

function alignSideBySide(neighbours: readonly Neighbour[], baseline: Baseline): void {
  for (const { node, width } of neighbours) alignBaselines(node, width);
  const baselines = neighbours.map(({ node, width }) => baseline(node, width));
  const common = Math.max(...baselines.map((value) => value ?? 0));
  for (const [i, { node }] of neighbours.entries()) {
    const own = baselines[i];
    if (own !== undefined) node.margin[1] += common - own;
  }
}
