import { parse } from 'csv-parse/sync';
import { nextRecord, plainLineEnd, readSeparatorLine, recordEnd } from './scan.ts';
import type { Dialect } from './table.ts';

/**
 * Cuts a text into the cells of its records; `surveyText` found nothing wrong with its quotes. csv-parse cuts every record that a
 * quote stands in. In the others, which most are, a delimiter is a delimiter, and nothing else need be known of them.
 */
export function cutRecords(text: string, delimiter: Dialect['delimiter']): string[][] {
  const records: (string[] | undefined)[] = [];
  const quoted: string[] = [];
  let at = readSeparatorLine(text).start;
  while (at < text.length) {
    const plain = plainLineEnd(text, at);
    const end = plain ?? recordEnd(text, delimiter, at);
    const record = text.slice(at, end);
    if (plain === undefined) quoted.push(record);
    records.push(plain === undefined ? undefined : record.split(delimiter));
    at = nextRecord(text, end);
  }
  // In one go: it takes longer to begin than to cut a record.
  const cut = cutQuoted(quoted.join('\n'), delimiter).values();
  return records.map((cells) => cells ?? cut.next().value!);
}

function cutQuoted(text: string, delimiter: string): string[][] {
  return parse(text, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: false,
  });
}
