import { type Checked, checked, failed } from '../diagnostics/checked.ts';
import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { encodeCodePage } from './codepages.ts';
import { cellSpans, recordStarts } from './scan.ts';
import type { Dialect, Table } from './table.ts';
import { quoteCell } from './write.ts';

/** A new text for one cell, named by its record and field as in `Cell`. */
export type CellEdit = { readonly record: number; readonly field: number; readonly text: string };

/**
 * Changes the texts of single cells and leaves every other byte of the file as it was. A cell that had quotes keeps
 * them. The value is absent where a text has letters that the file's encoding lacks.
 *
 * @param bytes the bytes that `table` was parsed from
 * @param edits each cell at most once, in any order
 */
export function replaceCells(
  bytes: Uint8Array,
  table: Table,
  edits: readonly CellEdit[],
): Checked<Uint8Array> {
  const starts = recordStarts(table.text, table.dialect.delimiter);
  return splice(
    bytes,
    table,
    edits.map((edit) => locateEdit(table, starts, edit)),
  );
}

/**
 * Puts a new first column before the others, for files that have no ids. Blank lines stay blank.
 *
 * @param textOf gives the column's text for each record below the header
 */
export function addColumn(
  bytes: Uint8Array,
  table: Table,
  name: string,
  textOf: (record: number) => string,
): Checked<Uint8Array> {
  const { delimiter } = table.dialect;
  const insertions = recordStarts(table.text, delimiter).flatMap((start, record) => {
    if (isBlankLine(table, start)) return [];
    const text = quoteFor(table.dialect, record === 0 ? name : textOf(record)) + delimiter;
    return [{ start, end: start, text, record, field: 0 }];
  });
  return splice(bytes, table, insertions);
}

/** Puts a new column with empty cells behind another one. Blank lines and records that end before it stay as they are. */
export function insertColumn(
  bytes: Uint8Array,
  table: Table,
  { name, behind }: { readonly name: string; readonly behind: number },
): Checked<Uint8Array> {
  const { delimiter } = table.dialect;
  const insertions = recordStarts(table.text, delimiter).flatMap((start, record) => {
    const end = cellSpans(table.text, delimiter, start)[behind]?.end;
    if (end === undefined || isBlankLine(table, start)) return [];
    const text = delimiter + (record === 0 ? quoteFor(table.dialect, name) : '');
    return [{ start: end, end, text, record, field: behind }];
  });
  return splice(bytes, table, insertions);
}

/** A stretch of the raw text and what takes its place. */
type Splice = CellEdit & { readonly start: number; readonly end: number };

function locateEdit(table: Table, starts: readonly number[], edit: CellEdit): Splice {
  const { delimiter } = table.dialect;
  const start = starts[edit.record];
  const span = start === undefined ? undefined : cellSpans(table.text, delimiter, start)[edit.field];
  if (span === undefined)
    throw new RangeError(`${table.file} has no record ${edit.record} with field ${edit.field}`);
  const needsQuotes = table.text[span.start] === '"' ? /^/ : quotable[delimiter];
  return { ...edit, ...span, text: quoteCell(edit.text, needsQuotes) };
}

const quotable: Readonly<Record<Dialect['delimiter'], RegExp>> = {
  ',': /[,"\r\n]/,
  ';': /[;"\r\n]/,
  '\t': /[\t"\r\n]/,
};

/** A cell as a file of this dialect writes it. */
export function quoteFor(dialect: Dialect, text: string): string {
  return quoteCell(text, quotable[dialect.delimiter]);
}

function isBlankLine(table: Table, start: number): boolean {
  const spans = cellSpans(table.text, table.dialect.delimiter, start);
  return spans.length === 1 && table.text.slice(spans[0]!.start, spans[0]!.end).trim() === '';
}

/** Copies the bytes between the splices, so that nothing but the splices is encoded anew. */
function splice(bytes: Uint8Array, table: Table, splices: readonly Splice[]): Checked<Uint8Array> {
  const parts: Uint8Array[] = [];
  const faults: Diagnostic[] = [];
  const measure = byteMeasure(table);
  let copied = 0;
  for (const edit of splices.toSorted((a, b) => a.start - b.start)) {
    const encoded = encode(edit.text, table.dialect.encoding);
    if ('missing' in encoded) {
      faults.push(unencodable(table, edit, encoded.missing));
      continue;
    }
    const start = measure(edit.start);
    parts.push(bytes.subarray(copied, start), encoded.bytes);
    copied = measure(edit.end);
  }
  if (faults.length > 0) return failed(...faults);
  return checked(new Uint8Array(Buffer.concat([...parts, bytes.subarray(copied)])));
}

/** Turns ascending offsets of the text into offsets of the file's bytes. */
export function byteMeasure(table: Table): (offset: number) => number {
  const { encoding, bom } = table.dialect;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return (offset) => offset * 2 + (bom ? 2 : 0);
  if (encoding !== 'utf-8') return (offset) => offset;
  let measured = 0;
  let bytes = bom ? 3 : 0;
  return (offset) => {
    bytes += Buffer.byteLength(table.text.slice(measured, offset));
    measured = offset;
    return bytes;
  };
}

/** The bytes of a text, or the first letter that the encoding lacks. */
export function encode(
  text: string,
  encoding: Dialect['encoding'],
): { bytes: Uint8Array } | { missing: string } {
  if (encoding === 'utf-8') return { bytes: new TextEncoder().encode(text) };
  if (encoding === 'utf-16le') return { bytes: Buffer.from(text, 'utf16le') };
  if (encoding === 'utf-16be') return { bytes: Buffer.from(text, 'utf16le').swap16() };
  return encodeCodePage(text, encoding);
}

function unencodable(table: Table, edit: CellEdit, missing: string): Diagnostic {
  const place = { file: table.file, cell: { record: edit.record, field: edit.field } };
  const message = `'${missing}' cannot be written into this file, whose encoding is ${table.dialect.encoding}.`;
  return error('csv-encoding', place, message, { hints: ['Save the file as UTF-8 first.'] });
}
