import { cellSpans, nextRecord, plainLineEnd, readSeparatorLine, type Span } from './scan.ts';
import type { Dialect } from './table.ts';

/**
 * Cuts a text into the cells of its records, quotes taken off; `surveyText` found nothing wrong with its quotes. It keeps to
 * RFC 4180, but for the delimiter and line breaks, of which it takes any. Positions are found later, from the raw text, by
 * the same walk.
 */
export function cutRecords(text: string, delimiter: Dialect['delimiter']): string[][] {
  const records: string[][] = [];
  let at = readSeparatorLine(text).start;
  while (at < text.length) {
    const end = plainLineEnd(text, at);
    if (end !== undefined) {
      records.push(text.slice(at, end).split(delimiter));
      at = nextRecord(text, end);
      continue;
    }
    const spans = cellSpans(text, delimiter, at);
    records.push(spans.map((span) => unquoted(text, span)));
    at = nextRecord(text, spans.at(-1)!.end);
  }
  return records;
}

function unquoted(text: string, { start, end }: Span): string {
  return text[start] === '"' ? text.slice(start + 1, end - 1).replaceAll('""', '"') : text.slice(start, end);
}
