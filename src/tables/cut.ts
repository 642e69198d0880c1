import { parse } from 'csv-parse/sync';
import { nextRecord, plainLineEnd, readSeparatorLine, recordEnd } from './scan.ts';
import type { Dialect } from './table.ts';

type Delimiter = Dialect['delimiter'];
type CutRecord = { readonly cells: string[]; readonly end: number };

/**
 * Cuts a text into the cells of its records; `surveyText` found nothing wrong with its quotes. csv-parse cuts every record with a
 * quote inside a cell. In the others, which nearly all are, a delimiter outside of quotes is a delimiter, and nothing else need be
 * known of them.
 */
export function cutRecords(text: string, delimiter: Delimiter): string[][] {
  const records: (string[] | undefined)[] = [];
  const left: string[] = [];
  let at = readSeparatorLine(text).start;
  while (at < text.length) {
    const simple = cutPlain(text, delimiter, at) ?? cutSimplyQuoted(text, delimiter, at);
    const end = simple?.end ?? recordEnd(text, delimiter, at);
    if (simple === undefined) left.push(text.slice(at, end));
    records.push(simple?.cells);
    at = nextRecord(text, end);
  }
  // In one go: it takes longer to begin than to cut a record.
  const cut = left.length === 0 ? undefined : cutQuoted(left.join('\n'), delimiter).values();
  return records.map((cells) => cells ?? cut!.next().value!);
}

/** A record without a quote: a line. */
function cutPlain(text: string, delimiter: Delimiter, start: number): CutRecord | undefined {
  const end = plainLineEnd(text, start);
  return end === undefined ? undefined : { cells: text.slice(start, end).split(delimiter), end };
}

const quote = 0x22;
const unquoted = { ',': /[^,\n\r"]*/y, ';': /[^;\n\r"]*/y, '\t': /[^\t\n\r"]*/y } as const;

/** A record whose quotes stand around cells alone; undefined where one stands inside a cell. */
function cutSimplyQuoted(text: string, delimiter: Delimiter, start: number): CutRecord | undefined {
  const cells: string[] = [];
  for (let at = start; ; at++) {
    const isQuoted = text.charCodeAt(at) === quote;
    const from = isQuoted ? at + 1 : at;
    const to = isQuoted ? text.indexOf('"', from) : endOf(unquoted[delimiter], text, at);
    at = isQuoted ? to + 1 : to;
    if (to < 0 || text.charCodeAt(at) === quote) return undefined;
    cells.push(text.slice(from, to));
    if (text[at] !== delimiter) return { cells, end: at };
  }
}

function endOf(stretch: RegExp, text: string, start: number): number {
  stretch.lastIndex = start;
  stretch.test(text);
  return stretch.lastIndex;
}

function cutQuoted(text: string, delimiter: string): string[][] {
  return parse(text, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: false,
  });
}
