import { cellAddress, rangeAddress } from './address.ts';
import type {
  CellValue,
  Condition,
  FooterText,
  Sheet,
  SheetRow,
  Validation,
  WorkbookDocument,
} from './tree.ts';

/** The tree as text, for `annex show` and for snapshots: what stands in which cell, without styles. */
export function showWorkbook(workbook: WorkbookDocument): string {
  const { title, subject, author, keywords, date } = workbook.properties;
  return [
    `workbook ${quote(title)} ${workbook.language} ${date}`,
    `  subject ${quote(subject)}`,
    `  author ${quote(author)}`,
    `  keywords ${keywords.map(quote).join(', ')}`,
    ...workbook.names.map(
      ({ name, sheet, range }) => `  name ${name} = ${quote(sheet)} ${rangeAddress(range)}`,
    ),
    ...(workbook.carries ?? []).map(({ name, text }) => `  carries ${name}, ${text.length} characters`),
    ...workbook.sheets.flatMap(showSheet),
    '',
  ].join('\n');
}

function showSheet(sheet: Sheet): string[] {
  return [
    '',
    `sheet ${quote(sheet.name)}`,
    `  columns ${sheet.columns.map(({ width, hidden }) => (hidden ? 'hidden' : width)).join(' ')}`,
    `  frozen ${sheet.freeze.rows} rows, ${sheet.freeze.columns} columns`,
    ...showPrint(sheet),
    ...(sheet.table ? [`  table ${sheet.table.name} ${rangeAddress(sheet.table.range)}`] : []),
    ...sheet.validations.map(showValidation),
    ...sheet.conditions.map(showCondition),
    ...sheet.merges.map((range) => `  merged ${rangeAddress(range)}`),
    ...sheet.rows.flatMap((row, index) => showRow(row, index + 1)),
  ];
}

function showPrint({ print }: Sheet): string[] {
  const titles = print.titleRows ? `, rows ${print.titleRows.join(' to ')} on every page` : '';
  const { left, right } = print.footer;
  return [
    `  print ${print.paper} ${print.orientation}${titles}`,
    `  footer ${quote(showFooter(left))} | ${quote(showFooter(right))}`,
  ];
}

function showFooter(text: FooterText): string {
  return text
    .map((part) => (typeof part === 'string' ? part : part.page === 'number' ? '[page]' : '[pages]'))
    .join('');
}

function showValidation({ range, allowed, title, message }: Validation): string {
  return `  choice ${rangeAddress(range)}: ${allowed.join(', ')} (${quote(title)}, ${quote(message)})`;
}

function showCondition({ range, formula, bold, fill, colour }: Condition): string {
  const look = [bold && 'bold', fill && `fill ${fill}`, colour && `colour ${colour}`]
    .filter(Boolean)
    .join(', ');
  return `  condition ${rangeAddress(range)} where ${formula}: ${look}`;
}

function showRow(row: SheetRow, number: number): string[] {
  const cells = row.cells.filter(({ value }) => value.kind !== 'empty');
  return cells.map(({ column, value }) => `  ${cellAddress(number, column).padEnd(5)} ${showValue(value)}`);
}

function showValue(value: CellValue): string {
  switch (value.kind) {
    case 'empty':
      return '';
    case 'text':
      return quote(value.text);
    case 'number':
      return String(value.number);
    case 'date':
      return value.date;
    case 'formula':
      return `=${value.formula} -> ${typeof value.result === 'string' ? quote(value.result) : value.result}`;
    case 'link':
      return `${quote(value.text)} -> ${'url' in value.target ? value.target.url : `sheet ${quote(value.target.sheet)}`}`;
  }
}

/** JSON shows line breaks and quotes so that a text is always one line. */
function quote(text: string): string {
  return JSON.stringify(text);
}
