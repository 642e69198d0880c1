import { quoteCell } from '../../tables/write.ts';
import { describeContext } from '../context.ts';
import type { Unit } from '../unit.ts';
import type { Languages } from '../xliff/write.ts';
import { type ExchangeColumn, exchangeColumns } from './columns.ts';

/**
 * Units as a table. Semicolons, CRLF and a byte order mark: so a spreadsheet opens it by a double click in most of
 * Europe, with its letters right. Text is never changed to disarm formulas: it has to come back as it went.
 */
export function writeExchange(units: readonly Unit[], { target }: Languages): string {
  const rows = units.map((unit) => {
    const cells = cellsOf(unit, target);
    return exchangeColumns.map((column) => cells[column]);
  });
  const lines = [exchangeColumns, ...rows].map((cells) =>
    cells.map((text) => quoteCell(text, /[;"\r\n]/)).join(';'),
  );
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function cellsOf(unit: Unit, language: string): Record<ExchangeColumn, string> {
  const { id, source, state, product, before } = unit;
  const { where, owners } = describeContext(unit);
  const isTranslated = before !== undefined && state !== 'stale';
  return {
    id,
    source,
    text: isTranslated ? before.text : '',
    status: isTranslated ? before.status : 'machine',
    language,
    only: product ?? '',
    where: where.join('\n'),
    owners: owners ?? '',
    was: state === 'stale' ? (before?.source ?? '') : '',
    before: before?.text ?? '',
  };
}
