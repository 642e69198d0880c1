import { plainCell, plainText } from '../../document/plain.ts';
import { placeCells } from '../../document/tables.ts';
import type { Block, Cell, Column, Heading, Table, TableRow } from '../../document/tree.ts';
import { codesInCell } from './codes.ts';
import { type Element, element, type Html } from './node.ts';
import type { Setting } from './setting.ts';
import { classes, writeContent } from './text.ts';

type WriteBlocks = (blocks: readonly Block[]) => Html[];

/**
 * A table; `title` is the heading in its head, which stands above it as a heading of the page. Its roles are written out, since a narrow screen sets rows as blocks, and browsers then forget that they
 * are rows. There, each cell of codes says whose it is by `data-label`; in print, the first cells of the head repeat
 * the title by `data-title`, page after page.
 */
export function writeTable(
  setting: Setting,
  table: Table,
  title: Heading | undefined,
  inside: WriteBlocks,
): Element {
  const head = table.head.map((row) => writeHeadRow(setting, row, { table, title, inside }));
  const body = table.body.map((row) => writeRow(setting, row, table, inside));
  const slots = table.columns.find((column) => column.slots)?.slots;
  return element(
    'table',
    {
      class: classes(slots && setting.types.slots(slots), table.bar && 'changes'),
      role: 'table',
      'aria-labelledby': title && setting.headingIds.get(title),
    },
    element('colgroup', {}, ...table.columns.map((column) => writeColumn(setting, column))),
    ...(head.length > 0 ? [element('thead', { role: 'rowgroup' }, ...head)] : []),
    element('tbody', { role: 'rowgroup' }, ...body),
  );
}

function writeColumn(setting: Setting, { width }: Column): Element {
  return element('col', { class: width === 'rest' ? undefined : setting.types.width(width) });
}

type Head = {
  readonly table: Table;
  readonly title: Heading | undefined;
  readonly inside: WriteBlocks;
};

function writeHeadRow(setting: Setting, row: TableRow, { table, title, inside }: Head): Element {
  const cells = placeCells(row).flatMap(({ cell, first }) => {
    if (title && cell.content[0] === title) {
      return titleCells(setting, title, table.columns.slice(first, first + cell.colspan));
    }
    // What heads nothing, such as the corner beside groups of columns, is no header.
    if (cell.kind === 'data') return [writeDataCell(setting, cell, { table, first, inside })];
    const slots = table.columns[first]?.slots;
    return [writeHeaderCell(setting, cell, { scope: 'col', inside, look: slots && 'party' })];
  });
  return element('tr', { role: 'row' }, ...cells);
}

/** The cells that the title covers: each says what its column holds, where the column has a label. */
function titleCells(
  setting: Setting,
  { number, content, style }: Heading,
  columns: readonly Column[],
): Element[] {
  const look = classes('title', setting.types.text(style));
  const title = plainText(content);
  const printed = columns.length > 1 ? [number, title] : [[number, title].filter(Boolean).join(' ')];
  if (columns.some(({ label }) => label === undefined)) {
    const words = printed.filter(Boolean).join(' ');
    return [element('td', { class: look, colspan: span(columns.length), 'data-title': words })];
  }
  return columns.map(({ label }, at) =>
    element(
      'th',
      { class: look, scope: 'col', role: 'columnheader', 'data-title': printed[at] },
      element('span', { class: 'unseen' }, label!),
    ),
  );
}

function writeHeaderCell(
  setting: Setting,
  cell: Cell,
  { scope, inside, look }: { scope: 'col' | 'row'; inside: WriteBlocks; look?: string | undefined },
): Element {
  const content = writeContent(setting, withoutHeadings(cell.content), inside);
  const attributes = {
    class: classes(content.look, look, cell.ruled && 'group'),
    scope,
    role: scope === 'col' ? 'columnheader' : 'rowheader',
    colspan: span(cell.colspan),
  };
  return element('th', attributes, ...content.children);
}

/** A header cell cannot hold headings: there they are paragraphs that look the same. */
function withoutHeadings(blocks: readonly Block[]): Block[] {
  return blocks.map((block) =>
    block.kind === 'heading'
      ? { ...block, kind: 'paragraph', content: [...numberText(block), ...block.content] }
      : block,
  );
}

function numberText({ number }: Heading): { kind: 'text'; text: string }[] {
  return number === undefined ? [] : [{ kind: 'text', text: `${number} ` }];
}

function writeRow(setting: Setting, row: TableRow, table: Table, inside: WriteBlocks): Element {
  const cells = placeCells(row).map(({ cell, first }) => {
    if (cell.kind === 'header') {
      const scope = cell.scope === 'column' ? 'col' : 'row';
      return writeHeaderCell(setting, cell, { scope, inside });
    }
    return writeDataCell(setting, cell, { table, first, inside });
  });
  return element('tr', { role: 'row', id: idOf(setting, row) }, ...cells);
}

type CellPlace = { readonly table: Table; readonly first: number; readonly inside: WriteBlocks };

function writeDataCell(setting: Setting, cell: Cell, { table, first, inside }: CellPlace): Element {
  const column = cell.colspan === 1 ? table.columns[first] : undefined;
  const attributes = {
    role: 'cell',
    colspan: span(cell.colspan),
    'data-label': labelAbove(table, first, cell.colspan),
  };
  const [only, ...others] = cell.content;
  const [codes, ...more] = only?.kind === 'paragraph' && others.length === 0 ? only.content : [];
  if (codes?.kind === 'codes' && more.length === 0) {
    return element('td', { class: 'held', ...attributes }, ...codesInCell(setting, codes, column?.slots));
  }
  const content = writeContent(setting, cell.content, inside);
  // What stands in place of codes begins where they would.
  const look = classes(content.look, table.columns[first]?.slots && 'party');
  return element('td', { class: look, ...attributes }, ...content.children);
}

/** What the head says above the columns of a cell, row by row, unless that is the title of the table. */
function labelAbove({ head }: Table, column: number, colspan: number): string | undefined {
  const above = head
    .flatMap(placeCells)
    .filter(({ cell, first }) => first <= column && column + colspan <= first + cell.colspan)
    .filter(({ cell }) => cell.content.every(({ kind }) => kind !== 'heading'))
    .map(({ cell }) => plainCell(cell.content));
  return above.filter((label) => label !== '').join(', ') || undefined;
}

/** The number of a clause is its address in the page. */
function idOf(setting: Setting, row: TableRow): string | undefined {
  const number = plainCell(row.cells[0]?.content ?? []);
  return /^\d+(?:\.\d+)+$/.test(number) ? setting.ids.give(number, 'clause') : undefined;
}

function span(columns: number): string | undefined {
  return columns > 1 ? String(columns) : undefined;
}
