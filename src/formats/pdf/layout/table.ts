import type { Block, Cell, Column, Slots, Table, TableRow } from '../../../document/tree.ts';
import type {
  CellNode,
  DrawingNode,
  Margin,
  Shape,
  TableLayout,
  TableNode,
  TextNode,
} from '../definition.ts';
import { chipSize, codesInSlots, slotsLeft, soleCodes } from './codes.ts';
import { type Frame, insetFrame, type Laid, type LayBlocks, laid, sideMargin, stackOf } from './laid.ts';
import type { Setting } from './setting.ts';

// Tables up to this many rows are never divided.
const wholeRows = 3;

/** A table: a strong rule below the head, a fine one below every row, and no other line. */
export function layTable(setting: Setting, table: Table, frame: Frame, inside: LayBlocks): Laid {
  const widths = columnWidths(table.columns, insetFrame(frame, table.space).width);
  const layRow = (row: TableRow, slotted: boolean): (CellNode | Record<string, never>)[] =>
    cellsOf(row, table.columns, widths).flatMap((place) => {
      const cell = layCell(setting, { ...place, frame, slotted }, inside);
      return [cell, ...Array.from({ length: place.cell.colspan - 1 }, () => ({}))];
    });
  const body = [
    ...table.head.map((row) => besideBar(layRow(row, false))),
    ...table.body.map((row) => layRow(row, true)),
  ];
  const node: TableNode = {
    source: table,
    margin: tableMargin(table),
    table: { headerRows: table.head.length, widths: contentWidths(table.columns, widths), body },
    layout: linesOf(setting, table),
    heads: table.head.length,
    keep: table.body.length <= wholeRows ? { first: table.body.length, last: 0 } : table.keep,
  };
  return laid(node, table.space);
}

const bar = { width: 2, gap: 9 };

/** A bar stands in the margin of the page: what the table holds stays where it is. */
function tableMargin({ space, bar: hasBar }: Table): Margin {
  const [left, top, right, bottom] = sideMargin(space);
  return [hasBar ? left - bar.gap - bar.width : left, top, right, bottom];
}

/** The bar stands beside the body alone. */
function besideBar([first, ...others]: (CellNode | Record<string, never>)[]): (
  | CellNode
  | Record<string, never>
)[] {
  return first === undefined ? [] : [{ ...first, border: [false, true, true, true] } as CellNode, ...others];
}

/** Widths of the columns in points; columns of width `rest` share what the others leave. */
function columnWidths(columns: readonly Column[], width: number): number[] {
  const taken = columns.reduce((sum, column) => sum + (column.width === 'rest' ? 0 : column.width), 0);
  const sharing = columns.filter((column) => column.width === 'rest').length;
  return columns.map((column) =>
    column.width === 'rest' ? Math.max(0, width - taken) / sharing : column.width,
  );
}

function contentWidths(columns: readonly Column[], widths: readonly number[]): number[] {
  return widths.map((width, i) => width - columns[i]!.padRight);
}

type CellPlace = {
  readonly cell: Cell;
  readonly columns: readonly Column[];
  readonly widths: readonly number[];
};

/** The cells of a row, each with the columns it takes. */
function cellsOf(row: TableRow, columns: readonly Column[], widths: readonly number[]): CellPlace[] {
  let next = 0;
  return row.cells.map((cell) => {
    const from = next;
    next += cell.colspan;
    return { cell, columns: columns.slice(from, next), widths: widths.slice(from, next) };
  });
}

function layCell(
  setting: Setting,
  place: CellPlace & { readonly frame: Frame; readonly slotted: boolean },
  inside: LayBlocks,
): CellNode {
  const { cell, columns, widths } = place;
  // What stands over several columns of codes begins where their labels do.
  const slots = columns.every((column) => column.slots) ? columns[0]?.slots : undefined;
  const span = columns.length > 1 ? { colSpan: columns.length } : {};
  const isSlotted = slots && place.slotted && columns.length === 1;
  const signs = isSlotted ? slottedCodes(setting, cell.content, slots) : undefined;
  if (signs) return signs;
  const inset = slots ? slotsLeft(slots) + (slots.width - chipSize) / 2 : 0;
  const width = widths.reduce((sum, w) => sum + w, 0) - columns.at(-1)!.padRight - inset;
  // A heading over several columns hangs its number in the first of them.
  const hang = columns.length > 1 ? widths[0]! : place.frame.hang;
  const blocks = inside(cell.content, { width, hang, bookmarks: place.frame.bookmarks });
  const stack = stackOf(cell, blocks, [inset, 0, 0, 0]);
  if (cell.ruled) stack.stack.push(ruleUnder(setting, cell, width));
  return { ...stack, ...span };
}

const groupRule = { above: 3, width: 0.5 };

/** The rule under a cell that heads a group of columns. */
function ruleUnder({ look }: Setting, source: Cell, width: number): DrawingNode {
  const { above, width: lineWidth } = groupRule;
  const line: Shape = { type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth, lineColor: look.colour.ink };
  return { source, margin: [0, above, 0, 0], canvas: [line] };
}

/** The signs of a cell that holds codes and nothing else. */
function slottedCodes(setting: Setting, content: readonly Block[], slots: Slots): TextNode | undefined {
  const [paragraph, ...others] = content;
  if (paragraph?.kind !== 'paragraph' || others.length > 0) return undefined;
  const codes = soleCodes(paragraph.content);
  return codes && codesInSlots(setting, codes, slots);
}

function linesOf(setting: Setting, table: Table): TableLayout {
  const { look } = setting;
  const heads = table.head.length;
  const padding = (row: number): readonly [number, number] =>
    row < heads ? table.padding.head : table.padding.body;
  return {
    hLineWidth: (row) => (row === 0 || row < heads ? 0 : row === heads ? look.rule.strong : look.rule.fine),
    hLineColor: (row) => (row === heads ? look.colour.ink : look.colour.rule),
    vLineWidth: (column) => (table.bar && column === 0 ? bar.width : 0),
    vLineColor: () => look.colour.accent,
    fillColor: () => null,
    paddingLeft: (column) => (table.bar && column === 0 ? bar.gap : 0),
    paddingRight: (column) => table.columns[column]?.padRight ?? 0,
    paddingTop: (row) => padding(row)[0],
    paddingBottom: (row) => padding(row)[1],
  };
}
