import { isUtf8 } from 'node:buffer';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { cellLocator, type Locator } from './locate.ts';
import { diagnosticLocator } from './locate-diagnostics.ts';
import { parseTable } from './parse.ts';
import { limits } from './survey.ts';
import type { Cell, Row, Table } from './table.ts';

/** Some records of a table under its header: as much of a long file as is held at once. */
export type TableBlock = {
  /** Absent where this stretch cannot be cut into cells. */
  readonly table: Table | undefined;
  /** Findings about the table that are those of no row; lines are those of the file. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Findings about the shape of a row: its cells may stand in the wrong columns. */
  readonly ragged: (row: Row) => readonly Diagnostic[];
  /** The line of the file on which a row begins, and the column at which one of its cells does. */
  readonly lineOf: (row: Row) => number;
  readonly columnOf: (cell: Cell) => number;
  /** Gives findings about rows of this block their line and column in the file. */
  readonly locate: (diagnostics: readonly Diagnostic[]) => LocatedDiagnostic[];
};

/** A row takes some eight times its bytes once it is cut into cells. */
const usual = 128 * 1024;
const lineFeed = 0x0a;
const quote = 0x22;

/**
 * Reads a long CSV file block by block, so that memory does not grow with it. Each block is a table of its own under the
 * header of the file; what is said of it is said as `parseTable` says it of a whole file.
 *
 * Blocks are cut between records of a text in UTF-8. In another encoding a file is read as a whole, up to the size that
 * `parseTable` allows.
 *
 * @param size bytes of a block, about
 */
export function* readBlocks(
  file: { readonly path: string; readonly chunks: Iterable<Uint8Array> },
  options: { readonly language: string },
  size = usual,
): Generator<TableBlock> {
  const start = new Uint8Array();
  let header: Uint8Array = start;
  let line = 0;
  for (const bytes of cutBetweenRecords(file.chunks, size)) {
    const whole = header === start ? bytes : Buffer.concat([header, bytes]);
    const headerLines = countLines(header);
    yield openBlock({ path: file.path, bytes: whole }, options, { headerLines, skipped: line - headerLines });
    line += countLines(bytes);
    if (header === start) header = bytes.subarray(0, endOfHeader(bytes));
  }
}

/** How the lines of a block lie in its file: the header stays, the others lie further down. */
type Offset = { readonly headerLines: number; readonly skipped: number };

function openBlock(
  file: { readonly path: string; readonly bytes: Uint8Array },
  options: { readonly language: string },
  offset: Offset,
): TableBlock {
  const { value: table, diagnostics } = parseTable(file, options);
  const isFirst = offset.skipped <= 0;
  let locator: Locator | undefined;
  const inBlock = diagnosticLocator({
    tables: new Map(table && [[file.path, table]]),
    read: () => new TextDecoder().decode(file.bytes),
  });
  const locate = (found: readonly Diagnostic[]): LocatedDiagnostic[] =>
    inBlock(found).map((one) => (isFirst ? one : moveDown(one, offset)));
  return {
    table,
    // What is wrong with the header was said of the first block.
    diagnostics: locate(diagnostics.filter((one) => recordOf(one) === undefined)).filter(
      ({ place }) => isFirst || ('line' in place && place.line > offset.headerLines),
    ),
    ragged: (row) => diagnostics.filter((one) => recordOf(one) === row.record),
    lineOf(row) {
      locator ??= cellLocator(table!.text, table!.dialect);
      const { line } = locator(row.record, 0);
      return isFirst ? line : line + offset.skipped;
    },
    columnOf({ record, field }) {
      locator ??= cellLocator(table!.text, table!.dialect);
      return locator(record, field).column;
    },
    locate,
  };
}

/** The record below the header that a finding is about. */
function recordOf({ rule, place }: Diagnostic): number | undefined {
  return rule === 'csv-ragged' && 'cell' in place ? place.cell.record : undefined;
}

function moveDown(found: LocatedDiagnostic, { headerLines, skipped }: Offset): LocatedDiagnostic {
  const { place } = found;
  if (!('line' in place) || place.line <= headerLines) return found;
  return { ...found, place: { ...place, line: place.line + skipped } };
}

/** Joins chunks and cuts them again behind the last record that ends in them. Of an empty file it gives that. */
function* cutBetweenRecords(chunks: Iterable<Uint8Array>, size: number): Generator<Uint8Array> {
  let held: Uint8Array[] = [];
  let length = 0;
  let isCut = false;
  for (const chunk of chunks) {
    held.push(chunk);
    length += chunk.length;
    if (length < size) continue;
    const joined = Buffer.concat(held);
    const end = isUtf8(joined.subarray(0, wholeLetters(joined))) ? lastRecordEnd(joined) : 0;
    if (end > 0) yield joined.subarray(0, end);
    isCut ||= end > 0;
    held = [joined.subarray(end)];
    length = joined.length - end;
    if (length > limits.bytes) break; // parseTable says what is wrong with it.
  }
  if (length > 0 || !isCut) yield Buffer.concat(held);
}

/** Up to where a text can be cut without cutting a letter. */
function wholeLetters(bytes: Uint8Array): number {
  return bytes.lastIndexOf(lineFeed) + 1;
}

/** Behind the last line break that stands in no quotes, or 0. */
function lastRecordEnd(bytes: Uint8Array): number {
  let end = 0;
  let isQuoted = false;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === quote) isQuoted = !isQuoted;
    else if (bytes[at] === lineFeed && !isQuoted) end = at + 1;
  }
  return end;
}

/** The header with what stands before it: `sep=;`, a byte order mark. */
function endOfHeader(bytes: Uint8Array): number {
  let from = 0;
  for (;;) {
    const end = firstRecordEnd(bytes, from);
    const first = new TextDecoder().decode(bytes.subarray(from, end));
    if (from > 0 || !/^\s*"?sep=/i.test(first)) return end;
    from = end;
  }
}

function firstRecordEnd(bytes: Uint8Array, from: number): number {
  let isQuoted = false;
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === quote) isQuoted = !isQuoted;
    else if (bytes[at] === lineFeed && !isQuoted) return at + 1;
  }
  return bytes.length;
}

/** Line breaks as `lineStarts` counts them: CRLF is one, and so is a CR alone. */
function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === lineFeed || (bytes[at] === 0x0d && bytes[at + 1] !== lineFeed)) count++;
  }
  return count;
}
