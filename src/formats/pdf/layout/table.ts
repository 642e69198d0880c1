import type { Block, Cell, Column, Slots, Table, TableRow } from '../../../document/tree.ts';
import type {
  CellNode,
  DrawingNode,
  Margin,
  TableRow as RowNode,
  Rule,
  Shape,
  TableNode,
} from '../definition.ts';
import { chipSize, soleCodes } from './codes.ts';
import { type Frame, insetFrame, type Laid, type LayBlocks, laid, sideMargin, spaced } from './laid.ts';
import type { Setting } from './setting.ts';
import { codesInSlots, slotsLeft } from './slots.ts';

// Tables up to this many rows are never divided.
const wholeRows = 3;

/** A table: a strong rule below the head, a fine one below every row, and no other line. */
export function layTable(setting: Setting, table: Table, frame: Frame, inside: LayBlocks): Laid {
  const { colour, rule } = setting.look;
  const widths = columnWidths(table.columns, insetFrame(frame, table.space).width);
  const place: RowPlace = { setting, columns: table.columns, widths, frame, inside };
  const strong: Rule = { width: rule.strong, colour: colour.ink };
  const fine: Rule = { width: rule.fine, colour: colour.rule };
  const heads = table.head.length;
  const node: TableNode = {
    source: table,
    margin: tableMargin(table),
    rows: [
      ...table.head.map((row, i): RowNode => {
        const cells = layRow(place, row, false);
        const [above, below] = table.padding.head;
        // The bar stands beside the body alone.
        return { cells, above, below, rule: i === heads - 1 ? strong : undefined, besideBar: false };
      }),
      ...table.body.map((row): RowNode => {
        const [above, below] = table.padding.body;
        return { cells: layRow(place, row, true), above, below, rule: fine, besideBar: true };
      }),
    ],
    heads,
    gaps: gapsOf(table),
    edges: edgesOf(table, widths),
    keep: table.body.length <= wholeRows ? { first: table.body.length, last: 0 } : table.keep,
    ...(table.bar && { bar: { width: bar.width, colour: colour.accent } }),
  };
  return laid(node, table.space);
}

const bar = { width: 2, gap: 9 };

/** What the bar and the white beside it take. */
function barRoom(table: Table): number {
  return table.bar ? bar.width + bar.gap : 0;
}

/** A bar stands in the margin of the page: what the table holds stays where it is. */
function tableMargin(table: Table): Margin {
  const [left, top, right, bottom] = sideMargin(table.space);
  return [left - barRoom(table), top, right, bottom];
}

/** Widths of the columns in points; columns of width `rest` share what the others leave. */
function columnWidths(columns: readonly Column[], width: number): number[] {
  const taken = columns.reduce((sum, column) => sum + (column.width === 'rest' ? 0 : column.width), 0);
  const sharing = columns.filter((column) => column.width === 'rest').length;
  return columns.map((column) =>
    column.width === 'rest' ? Math.max(0, width - taken) / sharing : column.width,
  );
}

/** White on the right of a column parts its content from that of the next. */
function gapsOf(table: Table): number[] {
  return table.columns.map((_, i) => (i === 0 ? barRoom(table) : table.columns[i - 1]!.padRight));
}

function edgesOf(table: Table, widths: readonly number[]): number[] {
  const edges = [0];
  for (const [i, width] of widths.entries()) edges.push(edges[i]! + width + (i === 0 ? barRoom(table) : 0));
  return edges;
}

type RowPlace = {
  readonly setting: Setting;
  readonly columns: readonly Column[];
  readonly widths: readonly number[];
  readonly frame: Frame;
  readonly inside: LayBlocks;
};

/** The cells of a row; the codes of some stand in slots. */
function layRow(place: RowPlace, row: TableRow, isSlotted: boolean): CellNode[] {
  const cells: CellNode[] = [];
  let next = 0;
  for (const cell of row.cells) {
    const slots = isSlotted && cell.colspan === 1 ? place.columns[next]?.slots : undefined;
    cells.push((slots && slottedCodes(place, cell.content, slots, next)) ?? layCell(place, cell, next));
    next += cell.colspan;
  }
  return cells;
}

function layCell({ setting, columns, widths, frame, inside }: RowPlace, cell: Cell, first: number): CellNode {
  const end = Math.min(first + cell.colspan, columns.length);
  // What stands over several columns of codes begins where their labels do.
  const slots = columns.slice(first, end).every((column) => column.slots) ? columns[first]?.slots : undefined;
  const inset = slots ? slotsLeft(slots) + (slots.width - chipSize) / 2 : 0;
  const whole = widths.slice(first, end).reduce((sum, each) => sum + each, 0) - columns[end - 1]!.padRight;
  const width = whole - inset;
  // A heading over several columns hangs its number in the first of them.
  const hang = end - first > 1 ? widths[first]! : frame.hang;
  const stack: CellNode & { stack: unknown[] } = {
    source: cell,
    margin: [inset, 0, 0, 0],
    width: whole,
    stack: spaced(inside(cell.content, { width, hang, bookmarks: frame.bookmarks })),
    span: end - first > 1 ? end - first : undefined,
  };
  if (cell.ruled) stack.stack.push(ruleUnder(setting, cell, width));
  return stack;
}

const groupRule = { above: 3, width: 0.5 };

/** The rule under a cell that heads a group of columns. */
function ruleUnder({ look }: Setting, source: Cell, width: number): DrawingNode {
  const { above, width: lineWidth } = groupRule;
  const line: Shape = { type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth, lineColor: look.colour.ink };
  return { source, margin: [0, above, 0, 0], canvas: [line] };
}

/** The signs of a cell that holds codes and nothing else. */
function slottedCodes(
  { setting, columns, widths }: RowPlace,
  content: readonly Block[],
  slots: Slots,
  column: number,
): CellNode | undefined {
  const [paragraph, ...others] = content;
  if (paragraph?.kind !== 'paragraph' || others.length > 0) return undefined;
  const codes = soleCodes(paragraph.content);
  return codes && codesInSlots(setting, codes, slots, widths[column]! - columns[column]!.padRight);
}
