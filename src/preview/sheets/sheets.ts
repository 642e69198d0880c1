import { createHash } from 'node:crypto';
import { element, type Html, writeHtml } from '../../formats/html/node.ts';
import { cellAddress, columnLetters } from '../../workbook/address.ts';
import type { CellValue, Range, Sheet, SheetCell, WorkbookDocument } from '../../workbook/tree.ts';
import { conditionsIn } from './conditions.ts';
import { frame, Looks } from './looks.ts';

/**
 * A workbook as a web page to look at: every sheet a table, with the letters and numbers of a spreadsheet around it,
 * formulas as their results. It is no format: nothing of it is published.
 */
export function writeSheets(workbook: WorkbookDocument): string {
  const looks = new Looks(workbook.font);
  const shown = workbook.sheets.map((sheet, index) => writeSheet(sheet, index, looks));
  const sheet = `${frame}${looks.sheet()}`;
  const links = workbook.sheets.map(({ name }, index) =>
    element('li', {}, element('a', { href: `#sheet-${index + 1}` }, name)),
  );
  const root = element(
    'html',
    { lang: workbook.language },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { 'http-equiv': 'Content-Security-Policy', content: policyFor(sheet) }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('title', {}, workbook.properties.title),
      element('style', {}, sheet),
    ),
    element(
      'body',
      {},
      element('main', {}, element('h1', {}, workbook.properties.title), ...shown),
      element('nav', { 'aria-label': workbook.properties.subject }, element('ul', {}, ...links)),
    ),
  );
  return `<!DOCTYPE html>\n${writeHtml(root)}`;
}

function policyFor(sheet: string): string {
  const digest = createHash('sha256').update(sheet).digest('base64');
  return `default-src 'none'; style-src 'sha256-${digest}'`;
}

function writeSheet(sheet: Sheet, index: number, looks: Looks): Html {
  const name = `sheet-${index + 1}`;
  const shown = sheet.columns
    .map((column, i) => ({ ...column, number: i + 1 }))
    .filter(({ hidden }) => !hidden);
  const columns = shown.map(({ number }) => number);
  looks.fit(
    name,
    shown.map(({ width }) => width),
  );
  return element(
    'section',
    { id: name, 'aria-labelledby': `${name}-name` },
    element('h2', { id: `${name}-name` }, sheet.name),
    element(
      'div',
      { class: 'grid', tabindex: '0', role: 'region', 'aria-labelledby': `${name}-name` },
      element(
        'table',
        {},
        element(
          'colgroup',
          {},
          element('col', {}),
          ...shown.map(({ width }) => element('col', { class: looks.width(width) })),
        ),
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            element('td', {}),
            ...columns.map((column) => element('th', { scope: 'col' }, columnLetters(column))),
          ),
        ),
        element('tbody', {}, ...writeRows(sheet, columns, looks)),
      ),
    ),
  );
}

function writeRows(sheet: Sheet, columns: readonly number[], looks: Looks): Html[] {
  const merged = mergesOf(sheet.merges);
  const lookOf = conditionsIn(sheet);
  return sheet.rows.map(({ height, cells }, index) => {
    const row = index + 1;
    const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
    return element(
      'tr',
      { class: looks.height(height) },
      element('th', { scope: 'row' }, String(row)),
      ...columns
        .filter((column) => !merged.covered.has(cellAddress(row, column)))
        .map((column) => {
          const cell = byColumn.get(column);
          const range = merged.starts.get(cellAddress(row, column));
          const style = cell && looks.cell(cell.style, lookOf(row, cell));
          return element('td', { ...spanOf(range, columns), class: style }, ...writeValue(cell));
        }),
    );
  });
}

function writeValue(cell: SheetCell | undefined): Html[] {
  if (cell === undefined) return [];
  const { value } = cell;
  if (value.kind === 'link' && 'url' in value.target) return [value.text];
  return textOf(value)
    .split('\n')
    .flatMap((line, i) => (i === 0 ? [line] : [element('br', {}), line]));
}

function textOf(value: CellValue): string {
  switch (value.kind) {
    case 'empty':
      return '';
    case 'number':
      return String(value.number);
    case 'date':
      return value.date;
    case 'formula':
      return String(value.result);
    default:
      return value.text;
  }
}

function mergesOf(merges: readonly Range[]) {
  const starts = new Map(merges.map((range) => [cellAddress(range.top, range.left), range]));
  const covered = new Set<string>();
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) covered.add(cellAddress(row, column));
    covered.delete(cellAddress(top, left));
  }
  return { starts, covered };
}

function spanOf(range: Range | undefined, columns: readonly number[]) {
  if (range === undefined) return {};
  const across = columns.filter((column) => column >= range.left && column <= range.right).length;
  return {
    colspan: across > 1 ? String(across) : undefined,
    rowspan: range.bottom > range.top ? String(range.bottom - range.top + 1) : undefined,
  };
}
