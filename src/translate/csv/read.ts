import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { type Diagnostic, error, warning } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { parseTable } from '../../tables/parse.ts';
import type { Cell, Row, Table } from '../../tables/table.ts';
import type { SourceFile } from '../../workspace/workspace.ts';
import type { Returned, ReturnedFile } from '../returned.ts';
import { refOf } from '../unit.ts';
import type { ExchangeColumn } from './columns.ts';

/** A table that came back from a translator, with the file that its cells are located in. */
export type ReturnedTable = ReturnedFile & { readonly table: Table };

/**
 * Reads a table as `annex translate export` writes it, or with the columns of a translation file alone, however a
 * spreadsheet saved it.
 *
 * @param language the language that it translates into, where the caller knows it
 */
export function readExchange(file: SourceFile, language: string | undefined): Checked<ReturnedTable> {
  const first = parseTable(file, { language: language ?? 'en' });
  const said = first.value && languageIn(first.value);
  // A file that a spreadsheet saved in a code page is read in that of its language, once the language is known.
  const { value: table, diagnostics } =
    said === undefined || language !== undefined ? first : parseTable(file, { language: said });
  const own = diagnostics.filter(({ severity }) => severity === 'error' || table !== undefined);
  if (table === undefined) return failed(...own);
  const absent = ['source', 'text'].filter((name) => !table.header.some(({ text }) => text === name));
  if (absent.length > 0) return failed(...own, ...absent.map((name) => columnMissing(table, name)));
  const rows = table.rows.map((row) => readRow(table, row));
  return checked({ language: said, units: rows.map(({ unit }) => unit), table }, [
    ...own,
    ...rows.flatMap(({ faults }) => faults),
  ]);
}

function languageIn(table: Table): string | undefined {
  return table.rows.map((row) => textIn(row, 'language')).find((tag) => tag !== '');
}

function readRow(table: Table, row: Row): { unit: Returned; faults: Diagnostic[] } {
  const [id, source, only] = [textIn(row, 'id'), textIn(row, 'source'), textIn(row, 'only')];
  const product = only === '' ? undefined : only;
  const { status, faults } = readStatus(table, row.cell('status'));
  const cell = row.cell('text')!;
  const unit: Returned = {
    ref: refOf({ product, id, source }),
    name: [product, id].filter(Boolean).join('/'),
    source,
    text: cell.text,
    status,
    before: row.cell('before')?.text || undefined,
    hasCodes: false,
    place: placeOf(table, cell),
  };
  return { unit, faults };
}

const statuses = ['reviewed', 'machine'] as const;

function readStatus(
  table: Table,
  cell: Cell | undefined,
): { status: (typeof statuses)[number]; faults: Diagnostic[] } {
  const written = cell?.text.toLowerCase() ?? '';
  const status = statuses.find((known) => known === written);
  if (cell === undefined || written === '' || status !== undefined)
    return { status: status ?? 'machine', faults: [] };
  const hints = didYouMean(written, statuses);
  const message = `'${cell.text}' is no status; it is taken for machine.`;
  return {
    status: 'machine',
    faults: [warning('translated-status', placeOf(table, cell), message, { hints })],
  };
}

function columnMissing(table: Table, name: string): Diagnostic {
  return error('column-missing', placeOf(table, table.header[0]!), `Column '${name}' is missing.`, {
    hints: ['Expected columns: id, source, text, status.'],
  });
}

function placeOf(table: Table, { record, field }: Cell) {
  return { file: table.file, cell: { record, field } };
}

function textIn(row: Row, column: ExchangeColumn): string {
  return row.cell(column)?.text ?? '';
}
