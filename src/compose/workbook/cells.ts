import { didYouMean } from '../../diagnostics/suggest.ts';
import { cellAddress } from '../../workbook/address.ts';
import type { CellValue, LinkTarget, SheetRow } from '../../workbook/tree.ts';
import { LONGEST_CELL } from '../../workbook/valid.ts';
import type { Element } from '../markup/element.ts';
import { type Context, report } from './context.ts';
import { checkRows, countRows, sumAbove } from './formulas.ts';
import { childrenNamed, isDate, textIn } from './reading.ts';
import type { TableColumn, TableData } from './tables.ts';

/** Where a cell stands: its column, the first cell of its row, and the rows above. */
export type CellPlace = {
  readonly column: number;
  readonly row: Element;
  readonly above: readonly SheetRow[];
};

const empty: CellValue = { kind: 'empty' };

/** What a cell holds: a text, or the one element inside it. */
export function readValue(cell: Element, place: CellPlace, context: Context): CellValue {
  const [inner, surplus] = childrenNamed(cell, 'a', 'count', 'sum', 'check');
  if (surplus) report(context, 'workbook-cell', surplus, 'A cell holds one thing: this is its second.');
  switch (inner?.name) {
    case undefined:
      return readTyped(cell, context);
    case 'a':
      return readLink(inner, context);
    case 'count':
      return readCount(inner, place, context);
    case 'sum':
      return readSum(inner, place, context);
    default:
      return readCheck(inner!, context);
  }
}

function readTyped(cell: Element, context: Context): CellValue {
  const text = readText(cell, context);
  if (text === '') return empty;
  switch (cell.attributes.get('type')) {
    case 'number':
      if (/^-?\d+(\.\d+)?$/.test(text)) return { kind: 'number', number: Number(text) };
      report(context, 'workbook-cell', cell, `Expected a number such as 12 or 0.5, found '${text}'.`);
      return empty;
    case 'date':
      if (isDate(text)) return { kind: 'date', date: text };
      report(context, 'workbook-cell', cell, `Expected a date such as 2026-03-01, found '${text}'.`);
      return empty;
    default:
      return { kind: 'text', text };
  }
}

function readText(element: Element, context: Context): string {
  const text = textIn(element);
  if (text.length <= LONGEST_CELL) return text;
  const message = `A text of ${text.length} characters that starts with '${text.slice(0, 40)}' does not fit into a cell.`;
  report(context, 'workbook-text-length', element, message, [
    `An Excel cell holds ${LONGEST_CELL} characters.`,
  ]);
  return text.slice(0, LONGEST_CELL);
}

function readLink(link: Element, context: Context): CellValue {
  const text = readText(link, context);
  const target = readTarget(link, context);
  return target && text !== '' ? { kind: 'link', text, target } : empty;
}

function readTarget(link: Element, context: Context): LinkTarget | undefined {
  const url = link.attributes.get('href');
  const wanted = link.attributes.get('sheet');
  if ((url === undefined) === (wanted === undefined)) {
    report(context, 'workbook-link', link, 'A link leads either to an address (href) or to a sheet.');
    return undefined;
  }
  if (url !== undefined) return { url };
  const sheet = context.sheetNames.get(wanted!);
  if (sheet !== undefined) return { sheet };
  const hints = didYouMean(wanted!, context.sheetNames.keys());
  report(context, 'workbook-link', link, `This workbook has no sheet '${wanted}'.`, hints);
  return undefined;
}

function readCount(count: Element, { row, above }: CellPlace, context: Context): CellValue {
  const table = tableOf(count, context);
  if (!table) return empty;
  const where = columnOf(count, 'where', table, context);
  const column = columnOf(count, 'column', table, context);
  const code = count.attributes.get('code');
  if ((column === undefined) !== (code === undefined)) {
    report(context, 'workbook-count', count, 'To count codes, <count> needs both a column and a code.');
    return empty;
  }
  const first = childrenNamed(row, 'cell')[0];
  return countRows(
    table,
    where && {
      column: where,
      text: first ? textIn(first) : '',
      address: `$${cellAddress(above.length + 1, 1)}`,
    },
    column && code !== undefined ? { column, code } : undefined,
  );
}

function readSum(sum: Element, { column, above }: CellPlace, context: Context): CellValue {
  const formula = sumAbove(above, column);
  if (formula) return formula;
  report(context, 'workbook-sum', sum, 'Nothing stands above this sum that it could add up.');
  return empty;
}

function readCheck(check: Element, context: Context): CellValue {
  const table = tableOf(check, context);
  if (!table) return empty;
  if (!table.columns.some(({ codes }) => codes)) {
    report(context, 'workbook-check', check, `The table '${table.name}' has no column of codes.`, [
      'Mark its columns of codes with codes="yes".',
    ]);
    return empty;
  }
  const { attributes } = check;
  return checkRows(table, attributes.get('code')!, attributes.get('passed')!, attributes.get('failed')!);
}

function tableOf(element: Element, context: Context): TableData | undefined {
  const wanted = element.attributes.get('of')!;
  const table = context.tables.find(({ written }) => written === wanted);
  if (!table) {
    const hints = didYouMean(
      wanted,
      context.tables.map(({ written }) => written),
    );
    report(context, 'workbook-table', element, `This workbook has no table '${wanted}'.`, hints);
  }
  return table;
}

function columnOf(
  element: Element,
  attribute: 'where' | 'column',
  table: TableData,
  context: Context,
): TableColumn | undefined {
  const wanted = element.attributes.get(attribute);
  const column = table.columns.find(({ name }) => name === wanted);
  if (wanted !== undefined && !column) {
    const hints = didYouMean(
      wanted,
      table.columns.map(({ name }) => name),
    );
    report(
      context,
      'workbook-column',
      element,
      `The table '${table.name}' has no column '${wanted}'.`,
      hints,
    );
  }
  return column;
}
