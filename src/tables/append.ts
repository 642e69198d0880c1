import { type Checked, checked, failed } from '../diagnostics/checked.ts';
import { error } from '../diagnostics/diagnostic.ts';
import { encode, quoteFor } from './edit.ts';
import type { Table } from './table.ts';

/**
 * Puts rows at the end of a file, written as the file is, and leaves every byte of it as it was. The value is absent
 * where a text has letters that the file's encoding lacks.
 *
 * @param bytes the bytes that `table` was parsed from
 * @param rows texts by column; a column that is not named stays empty
 */
export function appendRows(
  bytes: Uint8Array,
  table: Table,
  rows: readonly Readonly<Record<string, string>>[],
): Checked<Uint8Array> {
  const { dialect, header } = table;
  const lines = rows.map((row) =>
    header.map(({ text: column }) => quoteFor(dialect, row[column] ?? '')).join(dialect.delimiter),
  );
  const endsOpen = !/[\r\n]$/.test(table.text);
  const text = (endsOpen ? dialect.newline : '') + lines.map((line) => line + dialect.newline).join('');
  const encoded = encode(text, dialect.encoding);
  if ('bytes' in encoded) return checked(new Uint8Array(Buffer.concat([bytes, encoded.bytes])));
  const message = `'${encoded.missing}' cannot be written into this file, whose encoding is ${dialect.encoding}.`;
  return failed(
    error('csv-encoding', { file: table.file }, message, {
      hints: ['Run annex fmt: it rewrites the file as UTF-8.'],
    }),
  );
}
