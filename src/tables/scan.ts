import type { Dialect } from './table.ts';

/** Where a cell stands in the raw text, with its quotes, without the delimiter: from `start` up to `end`. */
export type Span = { readonly start: number; readonly end: number };

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** The line in which Excel states the delimiter: `sep=;`. Its quotes, if any, are some other program's. */
const separatorLine = /^("?)sep=(.)\1(?:\r\n|\n|\r|$)/i;

/** The delimiter that a file states in a first line of its own, and where the records begin after it. */
export function readSeparatorLine(text: string): {
  readonly stated: string | undefined;
  readonly start: number;
} {
  const found = separatorLine.exec(text);
  return found === null ? { stated: undefined, start: 0 } : { stated: found[2]!, start: found[0].length };
}

/** The offset at which each record begins; the header is the first. */
export function recordStarts(text: string, delimiter: Dialect['delimiter']): number[] {
  const starts: number[] = [];
  let at = readSeparatorLine(text).start;
  while (at < text.length) {
    starts.push(at);
    at = nextRecord(text, recordEnd(text, delimiter, at));
  }
  return starts;
}

/** The cells of the record that begins at an offset, or its first `most` cells. */
export function cellSpans(
  text: string,
  delimiter: Dialect['delimiter'],
  start: number,
  most = Number.POSITIVE_INFINITY,
): Span[] {
  const spans: Span[] = [];
  let at = start;
  for (;;) {
    const end = cellEnd(text, delimiter, at);
    spans.push({ start: at, end });
    if (text[end] !== delimiter || spans.length >= most) return spans;
    at = end + 1;
  }
}

/**
 * The end of the line that begins at an offset, where no quote stands in it: then the line is a record, and every delimiter in
 * it parts two cells. Nearly all lines are such, and are found much more quickly than cells are.
 */
export function plainLineEnd(text: string, start: number): number | undefined {
  plain.lastIndex = start;
  plain.test(text);
  return text.charCodeAt(plain.lastIndex) === quote ? undefined : plain.lastIndex;
}

const plain = /[^\n\r"]*/y;

/** The offset behind the line break at the end of a record. */
export function nextRecord(text: string, end: number): number {
  const isPair = text.charCodeAt(end) === carriageReturn && text.charCodeAt(end + 1) === lineFeed;
  return end + (isPair ? 2 : 1);
}

/** The offset behind the closing quote of a cell that opens with one, or undefined where none closes it. */
export function closingQuoteEnd(text: string, start: number): number | undefined {
  let at = start + 1;
  for (;;) {
    const found = text.indexOf('"', at);
    if (found < 0) return undefined;
    if (text.charCodeAt(found + 1) !== quote) return found + 1;
    at = found + 2;
  }
}

/** The offset behind a stretch in quotes; of one that is never closed, the end of the text. */
export function skipQuoted(text: string, start: number): number {
  return closingQuoteEnd(text, start) ?? text.length;
}

/** The end of the record that begins at an offset. */
export function recordEnd(text: string, delimiter: Dialect['delimiter'], start: number): number {
  let end = cellEnd(text, delimiter, start);
  while (text[end] === delimiter) end = cellEnd(text, delimiter, end + 1);
  return end;
}

/** The offset of the delimiter or line break behind a cell, or the end of the text. */
function cellEnd(text: string, delimiter: Dialect['delimiter'], start: number): number {
  const separator = delimiter.charCodeAt(0);
  let at = text.charCodeAt(start) === quote ? skipQuoted(text, start) : start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === separator || code === lineFeed || code === carriageReturn) break;
  }
  return at;
}
