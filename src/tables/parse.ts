import { type Checked, checked, failed } from '../diagnostics/checked.ts';
import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { isEmptyCell, normalizeName, normalizeText } from './celltext.ts';
import { findConflict } from './conflict.ts';
import { cutRecords } from './cut.ts';
import { decodeText } from './decode.ts';
import { recognizeDialect } from './dialect.ts';
import { lineStarts, positionAt } from './line.ts';
import { recordStarts } from './scan.ts';
import { judgeShape } from './shape.ts';
import { limits, surveyText } from './survey.ts';
import type { Cell, Dialect, Row, Table } from './table.ts';

/**
 * Reads a CSV file as a spreadsheet wrote it: any of three delimiters, with or without `sep=;`, in UTF-8, UTF-16 or
 * a Windows code page. Text is kept as it is but for quoting, outer white space, and line breaks inside a cell,
 * which become LF.
 *
 * The value is absent where the text cannot be cut into cells. A ragged record or a faulty header is an error with
 * a value, so that the rows are judged in the same run.
 *
 * @param options.language tag of the language that the file is in, which decides its code page and letters
 */
export function parseTable(file: NamedBytes, options: { readonly language: string }): Checked<Table> {
  const key = JSON.stringify([file.path, options.language]);
  const known = parsed.get(file.bytes)?.get(key);
  if (known !== undefined) return known;
  const table = cutIntoTable(file, options);
  parsed.set(file.bytes, new Map(parsed.get(file.bytes)).set(key, table));
  return table;
}

type NamedBytes = { readonly path: string; readonly bytes: Uint8Array };

// Keyed by the bytes themselves: a table is kept for as long as somebody holds its file, and no longer.
const parsed = new WeakMap<Uint8Array, ReadonlyMap<string, Checked<Table>>>();

function cutIntoTable(file: NamedBytes, options: { readonly language: string }): Checked<Table> {
  const { value, diagnostics } = openText(file, options);
  if (value === undefined) return failed(...diagnostics);
  const built = buildTable(file.path, value.text, value.dialect);
  return { value: built.value, diagnostics: [...diagnostics, ...built.diagnostics] };
}

/** A record of a file whose header means nothing to us: its cells, and the line on which it begins. */
export type RawRecord = { readonly line: number; readonly cells: readonly string[] };

/** Reads a CSV file from elsewhere, of which nothing is known: all its records, the header among them. */
export function parseForeign(
  file: NamedBytes,
  options: { readonly language: string },
): Checked<readonly RawRecord[]> {
  const { value, diagnostics } = openText(file, options);
  if (value === undefined) return failed(...diagnostics);
  const { text, dialect } = value;
  const lines = lineStarts(text);
  const starts = recordStarts(text, dialect.delimiter);
  const records = cutRecords(text, dialect.delimiter).map((cells, record) => ({
    line: positionAt(text, starts[record] ?? text.length, lines).line,
    cells: cells.map(normalizeText),
  }));
  return checked(records, diagnostics);
}

type Opened = { readonly text: string; readonly dialect: Dialect };

/** Decodes a file and looks whether it can be cut into cells. */
function openText(file: NamedBytes, options: { readonly language: string }): Checked<Opened> {
  const { path, bytes } = file;
  if (bytes.length > limits.bytes) return failed(tooLarge(path, bytes.length));
  const decoded = decodeText(file, options.language);
  if (decoded.value === undefined) return failed(...decoded.diagnostics);
  const dialect = recognizeDialect(path, decoded.value);
  if (dialect.value === undefined) return failed(...decoded.diagnostics, ...dialect.diagnostics);
  const { text } = decoded.value;
  const conflict = findConflict(path, text);
  if (conflict !== undefined) return failed(...decoded.diagnostics, conflict);
  const faults = surveyText(path, text, dialect.value.delimiter);
  if (faults.length > 0) return failed(...decoded.diagnostics, ...faults);
  return checked({ text, dialect: dialect.value }, decoded.diagnostics);
}

function buildTable(file: string, text: string, dialect: Dialect): Checked<Table> {
  const records = cutRecords(text, dialect.delimiter);
  const header = readHeader(records[0] ?? []);
  if (header.length === 0) return failed(noHeader(file, text));
  return checked(
    { file, header, rows: buildRows(header, records), dialect, text },
    judgeShape(file, header, records),
  );
}

/**
 * A table that is kept only for what may be asked of it later, which is mostly where a finding stands: its rows and its text,
 * which are many times its bytes, are let go, and read from those again for who asks.
 */
export function putAway(table: Table, { bytes }: NamedBytes, options: { readonly language: string }): Table {
  const { file, header, dialect } = table;
  // A view of its own: what is known of the bytes goes with who read them.
  const own = bytes.subarray();
  return {
    file,
    header,
    dialect,
    get text() {
      return textAgain({ path: file, bytes: own }, options);
    },
    get rows() {
      return buildRows(header, cutRecords(this.text, dialect.delimiter));
    },
  };
}

/** Who asks for a text often asks again: the last one is held. */
let lastText: { readonly bytes: Uint8Array; readonly text: string } | undefined;

function textAgain(file: NamedBytes, { language }: { readonly language: string }): string {
  if (lastText?.bytes !== file.bytes)
    lastText = { bytes: file.bytes, text: decodeText(file, language).value!.text };
  return lastText.text;
}

function readHeader(cells: readonly string[]): Cell[] {
  const header = cells.map((cell, field) => ({ text: normalizeName(cell), record: 0, field }));
  return header.slice(0, header.findLastIndex((cell) => cell.text !== '') + 1);
}

function buildRows(header: readonly Cell[], records: readonly string[][]): Row[] {
  const fields = new Map(header.toReversed().map((cell) => [cell.text, cell.field]));
  return records.flatMap((cells, record) =>
    record === 0 || cells.every(isEmptyCell) ? [] : [buildRow(fields, cells, record)],
  );
}

function buildRow(fields: ReadonlyMap<string, number>, cells: readonly string[], record: number): Row {
  return {
    record,
    cell(column) {
      const field = fields.get(column);
      return field === undefined ? undefined : { text: normalizeText(cells[field] ?? ''), record, field };
    },
  };
}

function noHeader(file: string, text: string): Diagnostic {
  const place = { file, line: 1, column: 1, length: 0 };
  const hints = ['The first line names the columns, such as id,section,activity.'];
  if (text.trim() === '') return error('csv-empty', place, 'The file is empty.', { hints });
  return error('csv-header-missing', place, 'The first line is empty; the header belongs there.', { hints });
}

function tooLarge(file: string, size: number): Diagnostic {
  const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MiB`;
  const message = `The file is larger than can be read: ${inMegabytes(size)}, at most ${inMegabytes(limits.bytes)}.`;
  return error('csv-too-large', { file }, message, {
    hints: ['Is this the right file? A matrix is a thousand times smaller.'],
  });
}
