import { trimmedSpan } from './celltext.ts';
import { lineStarts, positionAt, sourceLine } from './line.ts';
import { cellSpans, recordStarts, type Span } from './scan.ts';
import type { Dialect } from './table.ts';

/** A stretch of one line of the raw text. Line and column count from 1; the length is in UTF-16 code units. */
export type Located = { readonly line: number; readonly column: number; readonly length: number };

/** Finds cells by record and field, and a character by its offset in the cell's value. */
export type Locator = (record: number, field: number, offset?: number) => Located;

/**
 * Finds one cell in the raw text; several of one file are cheaper through `cellLocator`.
 * A cell in quotes is found with its quotes; a cell that the record lacks, at the record's end.
 */
export function locateCell(
  text: string,
  dialect: Pick<Dialect, 'delimiter'>,
  record: number,
  field: number,
  offset?: number,
): Located {
  return cellLocator(text, dialect)(record, field, offset);
}

/** Walks over the raw text once, for any number of cells. */
export function cellLocator(text: string, dialect: Pick<Dialect, 'delimiter'>): Locator {
  const records = recordStarts(text, dialect.delimiter);
  const lines = lineStarts(text);
  return (record, field, offset) => {
    const span = spanOfCell(text, dialect.delimiter, records[record], field);
    const found = offset === undefined ? spanOfText(text, span) : spanOfCharacter(text, span, offset);
    const { line, column } = positionAt(text, found.start, lines);
    const rest = sourceLine(text, line, lines).length - (column - 1);
    return { line, column, length: Math.max(0, Math.min(found.end - found.start, rest)) };
  };
}

function spanOfCell(
  text: string,
  delimiter: Dialect['delimiter'],
  start: number | undefined,
  field: number,
): Span {
  if (start === undefined) return { start: text.length, end: text.length };
  const spans = cellSpans(text, delimiter, start);
  const end = spans.at(-1)!.end;
  return spans[field] ?? { start: end, end };
}

/** A cell with its quotes, or else without its outer white space. */
function spanOfText(text: string, cell: Span): Span {
  if (text[cell.start] === '"') return cell;
  const { start, end } = trimmedSpan(text.slice(cell.start, cell.end));
  return { start: cell.start + start, end: cell.start + end };
}

/** The raw character at an offset of the value, which has no outer white space, no doubled quotes and no CR. */
function spanOfCharacter(text: string, cell: Span, offset: number): Span {
  const isQuoted = text[cell.start] === '"';
  const from = cell.start + (isQuoted ? 1 : 0);
  const to = cell.end - (isQuoted ? 1 : 0);
  let at = from + trimmedSpan(text.slice(from, to)).start;
  for (let passed = 0; passed < offset && at < to; passed++) at += isPair(text, at, isQuoted) ? 2 : 1;
  const length = at < to && text.codePointAt(at)! > 0xffff ? 2 : 1;
  return { start: at, end: Math.min(at + length, to) };
}

/** Two raw code units that are one of the value: a doubled quote, a CRLF. */
function isPair(text: string, at: number, isQuoted: boolean): boolean {
  if (text[at] === '\r') return text[at + 1] === '\n';
  return isQuoted && text[at] === '"';
}
