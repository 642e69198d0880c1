import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { GridBlock, GridCell, GridRow } from '../page.ts';
import { attributeOf, isBolding, isElement, lineOf, type Reading, textIn, walk } from './html-nodes.ts';

/** Authors span 999 columns where they mean all of them. */
const widestSpan = 100;

/** Whether an element is a table, by its name or, where it is drawn with boxes, by its role. */
export function isTable(node: Tree.Element): boolean {
  const role = roleOf(node);
  return node.tagName === 'table'
    ? role !== 'presentation' && role !== 'none'
    : /^(?:tree)?(?:grid|table)$/u.test(role);
}

function roleOf(node: Tree.Element): string {
  return attributeOf(node, 'role')?.trim().toLowerCase() ?? '';
}

function isRow(node: Tree.Element): boolean {
  return node.tagName === 'tr' || roleOf(node) === 'row';
}

function isHeadCell(node: Tree.Element): boolean {
  return node.tagName === 'th' || roleOf(node) === 'columnheader';
}

function isCell(node: Tree.Element): boolean {
  return node.tagName === 'td' || isHeadCell(node) || /^(?:gridcell|cell|rowheader)$/u.test(roleOf(node));
}

/**
 * Whether a table is there for the layout, so that its cells are parts of the page: it frames one cell, or it holds
 * other tables and names no columns.
 */
export function isLayout(table: Tree.Element): boolean {
  const [first, second] = [...walk(table.childNodes, (node) => !isTable(node) && !isCell(node))].filter(
    isCell,
  );
  if (first !== undefined && second === undefined) return true;
  if (first !== undefined && isHeadCell(first)) return false;
  for (const inner of walk(table.childNodes)) if (isTable(inner)) return true;
  return false;
}

/** Reads a table with its spans: a cell that reaches down over rows stands in each of them. Nothing where it has no cell. */
export function readHtmlTable(table: Tree.Element, reading: Reading): GridBlock | undefined {
  let reaching: Reaching[] = [];
  let group: Tree.ParentNode | null = null;
  const rows: GridRow[] = [];
  let caption: string | undefined;
  for (const element of walk(table.childNodes, (node) => !isTable(node) && !isCell(node))) {
    if (element.tagName === 'caption') caption = textIn(element.childNodes, reading).text || undefined;
    if (!isRow(element)) continue;
    // No cell reaches down beyond the group of rows that it stands in.
    if (element.parentNode !== group) reaching = [];
    group = element.parentNode;
    const { row, below } = readRow(element, reaching, reading);
    reaching = below;
    if (row.cells.length > 0) rows.push(row);
  }
  if (rows.length === 0) return undefined;
  return { kind: 'grid', line: lineOf(table, reading), caption, rows, mended: [] };
}

/** A cell that reaches down from above: its first column from 0, and the rows that it still reaches into. */
type Reaching = { readonly column: number; readonly cell: GridCell; readonly rows: number };

function readRow(
  row: Tree.Element,
  above: readonly Reaching[],
  reading: Reading,
): { readonly row: GridRow; readonly below: Reaching[] } {
  const line = lineOf(row, reading);
  const own = [...walk(row.childNodes, (node) => !isCell(node))].filter(isCell);
  const cells: GridCell[] = [];
  const below: Reaching[] = [];
  let column = 0;
  const place = (cell: GridCell, rows: number): void => {
    cells.push(cell);
    if (rows > 1) below.push({ column, cell, rows });
    column += cell.span;
    reading.countCells(column, line);
  };
  const waiting = [...above];
  const continueAbove = (until: number): void => {
    // A cell that a wide one has run over comes next to it, so that none is lost.
    while (waiting[0] !== undefined && waiting[0].column <= until) {
      const { column: first, cell, rows } = waiting.shift()!;
      while (column < first) place(blank(line), 1);
      place({ ...cell, isContinued: true, line }, rows - 1);
    }
  };
  for (const node of own) {
    continueAbove(column);
    place(readCell(node, reading), rowsOf(node));
  }
  continueAbove(Number.POSITIVE_INFINITY);
  return { row: { line, isHead: isHead(row, own), cells }, below };
}

/** What a reader sees where a row has no cell of its own left of one that reaches down. */
function blank(line: number): GridCell {
  return { text: '', strong: false, marks: [], line, span: 1, isContinued: false };
}

function readCell(node: Tree.Element, reading: Reading): GridCell {
  const said = textIn(node.childNodes, reading);
  return {
    ...said,
    strong: said.strong || (said.text !== '' && isBolding(node)),
    line: lineOf(node, reading),
    span: Math.min(spanOf(node, ['colspan', 'aria-colspan']) ?? 1, widestSpan),
    isContinued: false,
  };
}

/** Rows that a cell reaches over; 0 in the page means all that follow in its group. */
function rowsOf(node: Tree.Element): number {
  return spanOf(node, ['rowspan', 'aria-rowspan']) ?? Number.POSITIVE_INFINITY;
}

/** What an attribute gives as a number of cells; 1 where it gives none, undefined where it gives 0. */
function spanOf(node: Tree.Element, names: readonly string[]): number | undefined {
  const written = names.map((name) => attributeOf(node, name)).find((value) => value !== undefined);
  const given = Number.parseInt(written ?? '1', 10);
  if (given === 0) return undefined;
  return given >= 1 ? given : 1;
}

function isHead(row: Tree.Element, cells: readonly Tree.Element[]): boolean {
  const parent = row.parentNode;
  if (parent && isElement(parent) && parent.tagName === 'thead') return true;
  return cells.length > 0 && cells.every(isHeadCell);
}
