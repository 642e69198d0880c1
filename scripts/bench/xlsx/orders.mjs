// A workbook as orders for write.c: a line each, fields between tabs, rows and columns counted from 0.
import { absolute, footerOf } from './sheets.mjs';

/** The text of a file of orders. */
export function ordersOf(workbook) {
  const formats = new Map();
  const sheets = workbook.sheets.flatMap((sheet) => sheetOrders(sheet, formats));
  const orders = [
    propertyOrder(workbook.properties),
    ...[...formats.keys()].map(formatOrder),
    ...sheets,
    ...carriedOrders(workbook.carried),
    ...workbook.names.map(({ name, sheet, range }) => ['name', name, `=${absolute(sheet, range)}`]),
  ];
  return orders.map((fields) => `${fields.map(field).join('\t')}\n`).join('');
}

function propertyOrder({ title, subject, author, keywords, date }) {
  return ['properties', title, subject, author, keywords.join(', '), Date.parse(date) / 1000];
}

function formatOrder(key) {
  const { font, fill, align, border, format } = JSON.parse(key);
  const edges = ['top', 'right', 'bottom', 'left'].flatMap((edge) => [
    border[edge]?.line,
    hex(border[edge]?.colour),
  ]);
  const { horizontal, vertical, wrap, indent } = align;
  return [
    ...['format', font.name, font.size, flag(font.bold), flag(font.underline), hex(font.colour), hex(fill)],
    ...[horizontal, vertical, flag(wrap), indent, ...edges, format],
  ];
}

function sheetOrders(sheet, formats) {
  const { name, tabColour, print, zoom, freeze, columns, rows, merges, table } = sheet;
  const titles = print.titleRows ?? [];
  return [
    [
      'sheet',
      name,
      hex(tabColour),
      print.orientation,
      9,
      zoom,
      freeze.rows,
      freeze.columns,
      titles[0],
      titles[1],
    ].concat(footerOf(print), '0'),
    ...columns.map(({ width, hidden }, column) => ['column', column, width, flag(hidden)]),
    ...rows.flatMap(({ height }, row) => (height === undefined ? [] : [['row', row, height]])),
    ...merges.map((range) => ['merge', ...corners(range)]),
    ...(table ? [['table', ...corners(table.range), table.name, ...table.columns]] : []),
    ...rows.flatMap(({ cells }, row) => cells.map((cell) => cellOrder(row, cell, formats))),
    ...sheet.validations.map(({ range, title, message, allowed }) => [
      ...['validation', ...corners(range), title, message, ...allowed],
    ]),
    ...sheet.conditions.map(({ range, formula, bold, fill, colour }) => [
      ...['condition', ...corners(range), `=${formula}`, flag(bold), hex(fill), hex(colour)],
    ]),
  ];
}

function carriedOrders({ name, columns }) {
  return [
    ['sheet', name, '', '', '', '', '', '', '', '', '', '1'],
    ...columns.flatMap((pieces, column) => pieces.map((piece, row) => ['text', row, column, '', piece])),
  ];
}

function cellOrder(row, { column, value, style }, formats) {
  const key = JSON.stringify(style);
  if (!formats.has(key)) formats.set(key, formats.size);
  const at = [row, column - 1, formats.get(key)];
  switch (value.kind) {
    case 'empty':
      return ['blank', ...at];
    case 'number':
      return ['number', ...at, value.number];
    case 'formula':
      return [
        typeof value.result === 'string' ? 'formula-text' : 'formula-number',
        ...at,
        `=${value.formula}`,
        value.result,
      ];
    case 'link':
      return ['link', ...at, value.target.url ?? `internal:'${value.target.sheet}'!A1`, value.text];
    default:
      return ['text', ...at, value.text ?? value.date];
  }
}

function corners({ top, left, bottom, right }) {
  return [top - 1, left - 1, bottom - 1, right - 1];
}

function flag(value) {
  return value ? '1' : '0';
}

function hex(colour) {
  return colour?.slice(1);
}

function field(value = '') {
  return String(value ?? '')
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n');
}
