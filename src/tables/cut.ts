import { cellSpans, nextRecord, plainLineEnd, readSeparatorLine, type Span } from './scan.ts';
import type { Dialect } from './table.ts';

/**
 * Cuts a text into the cells of its records; `surveyText` found nothing wrong with its quotes. Where no quote stands in a record,
 * as in most, a delimiter is a delimiter, and nothing else need be known of it.
 */
export function cutRecords(text: string, delimiter: Dialect['delimiter']): string[][] {
  const records: string[][] = [];
  let at = readSeparatorLine(text).start;
  while (at < text.length) {
    const plain = plainLineEnd(text, at);
    const spans = plain === undefined ? cellSpans(text, delimiter, at) : [];
    const end = plain ?? spans.at(-1)!.end;
    records.push(
      plain === undefined ? spans.map((span) => textOf(text, span)) : text.slice(at, end).split(delimiter),
    );
    at = nextRecord(text, end);
  }
  return records;
}

/** What a cell says, without the quotes around it, and with every quote inside it once. */
function textOf(text: string, { start, end }: Span): string {
  if (text[start] !== '"') return text.slice(start, end);
  return text.slice(start + 1, end - 1).replaceAll('""', '"');
}
