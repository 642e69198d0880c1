import { type Checked, checked, failed } from '../diagnostics/checked.ts';
import { error } from '../diagnostics/diagnostic.ts';
import { byteMeasure, encode, quoteFor } from './edit.ts';
import { recordStarts } from './scan.ts';
import type { Table } from './table.ts';

/** A record of the file by its number, or a new one by the texts of its columns; a column not named stays empty. */
export type Placed = number | Readonly<Record<string, string>>;

/**
 * Rewrites a file with its records in another order, some left out, new ones between them. What was there keeps its
 * bytes; what is new is written as the file is. The value is absent where a new text has letters that the file's
 * encoding lacks.
 *
 * @param bytes the bytes that `table` was parsed from
 * @param order what follows the header: each record at most once, blank lines among them
 */
export function arrangeRecords(
  bytes: Uint8Array,
  table: Table,
  order: readonly Placed[],
): Checked<Uint8Array> {
  const { dialect, text } = table;
  const records = cutRecords(bytes, table);
  const lines = order.map((placed): Line | { missing: string } => {
    if (typeof placed !== 'number') return writeLine(table, placed);
    const found = records[placed];
    if (placed === 0 || found === undefined) throw new RangeError(`${table.file} has no record ${placed}`);
    return found;
  });
  const unwritable = lines.find((line) => 'missing' in line);
  if (unwritable !== undefined) return failed(unencodable(table, unwritable.missing));
  const whole = [records[0]!, ...(lines as Line[])];
  // Every line ends in a break, but for the last one of a file that had none there.
  const endsOpen = !/[\r\n]$/.test(text);
  const newline = bytesOf(dialect.newline, table);
  const parts = whole.flatMap(({ content, lineBreak }, i) =>
    endsOpen && i === whole.length - 1 ? [content] : [content, lineBreak.length === 0 ? newline : lineBreak],
  );
  return checked(new Uint8Array(Buffer.concat(parts)));
}

/** All records of a file in their order, blank lines among them, but not the header. */
export function recordsOf({ text, dialect }: Table): number[] {
  return recordStarts(text, dialect.delimiter)
    .map((_, record) => record)
    .slice(1);
}

/** A record as bytes; whatever stands before the header belongs to it. */
type Line = { readonly content: Uint8Array; readonly lineBreak: Uint8Array };

function cutRecords(bytes: Uint8Array, table: Table): Line[] {
  const { text, dialect } = table;
  const starts = recordStarts(text, dialect.delimiter);
  const measure = byteMeasure(table);
  let begins = 0;
  return starts.map((_, record) => {
    const next = starts[record + 1] ?? text.length;
    const ends = measure(next - /(?:\r\n|\n|\r)?$/.exec(text.slice(Math.max(next - 2, 0), next))![0].length);
    const line = { content: bytes.subarray(begins, ends), lineBreak: bytes.subarray(ends, measure(next)) };
    begins = ends + line.lineBreak.length;
    return line;
  });
}

function writeLine(table: Table, texts: Readonly<Record<string, string>>): Line | { missing: string } {
  const { dialect, header } = table;
  const cells = header.map(({ text: column }) => quoteFor(dialect, texts[column] ?? ''));
  const encoded = encode(cells.join(dialect.delimiter), dialect.encoding);
  if ('missing' in encoded) return encoded;
  return { content: encoded.bytes, lineBreak: bytesOf(dialect.newline, table) };
}

function bytesOf(lineBreak: string, { dialect }: Table): Uint8Array {
  const encoded = encode(lineBreak, dialect.encoding);
  return 'bytes' in encoded ? encoded.bytes : new Uint8Array();
}

function unencodable({ file, dialect }: Table, letter: string) {
  const message = `'${letter}' cannot be written into this file, whose encoding is ${dialect.encoding}.`;
  return error('csv-encoding', { file }, message, {
    hints: ['Run annex fmt: it rewrites the file as UTF-8.'],
  });
}
