import type { CellValue, Range, SheetCell, SheetColumn, SheetRow } from '../../workbook/tree.ts';
import type { Element } from '../markup/element.ts';
import { readValue } from './cells.ts';
import type { CellClass, Rule } from './classes.ts';
import { type Context, report } from './context.ts';
import { rowHeight } from './heights.ts';
import { childrenNamed, choiceAt, numberAt } from './reading.ts';

const LEAST_HEIGHT = 20;

/** Rows of a sheet as far as they are built. */
export type Grid = {
  readonly columns: readonly SheetColumn[];
  readonly rows: SheetRow[];
  readonly merges: Range[];
  readonly names: { readonly name: string; readonly range: Range; readonly element: Element }[];
};

/** Builds a row and adds it to those above. */
export function addRow(grid: Grid, row: Element, context: Context): void {
  const number = grid.rows.length + 1;
  const cells: SheetCell[] = [];
  const measured: { text: string; style: SheetCell['style']; width: number }[] = [];
  let column = 1;
  for (const cell of childrenNamed(row, 'cell')) {
    const span = readSpan(cell, column, grid, context);
    const range = { top: number, left: column, bottom: number, right: column + span - 1 };
    const value = readValue(cell, { column, row, above: grid.rows }, context);
    spread(cells, cell, value, classOf(cell, row), ruleOf(cell, row), range, context);
    const text = textOf(value);
    const width = text === '' ? 0 : widthOf(range, grid);
    if (width > 0) measured.push({ text, style: cells[column - 1]!.style, width });
    if (span > 1) grid.merges.push(range);
    const name = cell.attributes.get('name');
    if (name !== undefined) grid.names.push({ name, range: { ...range, right: column }, element: cell });
    column += span;
  }
  if (column - 1 > grid.columns.length) reportWidth(row, column - 1, grid, context);
  grid.rows.push({ height: rowHeight(measured, numberAt(row, 'height', LEAST_HEIGHT)), cells });
}

/** Adds the cell, and empty ones that carry its fill and line over the columns it spans. */
function spread(
  cells: SheetCell[],
  cell: Element,
  value: CellValue,
  name: CellClass,
  rule: Rule,
  { left, right }: Range,
  { styles }: Context,
): void {
  const origin = cell.at;
  cells.push({ column: left, value, style: styles.styleOf(name, rule), origin });
  for (let column = left + 1; column <= right; column++)
    cells.push({ column, value: { kind: 'empty' }, style: styles.styleOf(name, rule, false), origin });
}

function classOf(cell: Element, row: Element): CellClass {
  return choiceAt<CellClass>(cell, 'class') ?? choiceAt<CellClass>(row, 'class') ?? 'text';
}

function ruleOf(cell: Element, row: Element): Rule {
  return choiceAt<Rule>(cell, 'rule') ?? choiceAt<Rule>(row, 'rule') ?? 'none';
}

function readSpan(cell: Element, column: number, { columns }: Grid, context: Context): number {
  const written = cell.attributes.get('span') ?? '1';
  if (written === 'rest') return Math.max(1, columns.length - column + 1);
  if (/^[1-9]\d{0,2}$/.test(written)) return Number(written);
  report(context, 'workbook-cell', cell, `A span is a number of columns or 'rest', found '${written}'.`);
  return 1;
}

/** A hidden column has no width, and makes no row higher. */
function widthOf({ left, right }: Range, { columns }: Grid): number {
  let sum = 0;
  for (let column = left; column <= right; column++) {
    const taken = columns[column - 1];
    if (taken && !taken.hidden) sum += taken.width;
  }
  return sum;
}

function textOf(value: CellValue): string {
  if (value.kind === 'text' || value.kind === 'link') return value.text;
  return value.kind === 'formula' ? String(value.result) : '';
}

function reportWidth(row: Element, count: number, { columns }: Grid, context: Context): void {
  const message = `The row takes ${count} columns; the sheet has ${columns.length}.`;
  report(context, 'workbook-row', row, message, [
    'The widths of a <sheet>, or the <column>s of a <table>, say how many.',
  ]);
}
