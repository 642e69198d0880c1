import type { GridBlock, GridCell, GridRow, TextLine } from '../page.ts';
import type { Inline } from './inline.ts';
import type { CountCells } from './limits.ts';

/** A stretch of lines: a table written with pipes, or lines that are none. */
export type Stretch =
  | { readonly kind: 'lines'; readonly lines: readonly TextLine[] }
  | { readonly kind: 'table'; readonly lines: readonly TextLine[] };

/**
 * Parts lines into tables and what stands between them. Tables are found by their pipes and not by a separator, since
 * separators are what pages break first.
 */
export function partTables(lines: readonly TextLine[]): Stretch[] {
  const stretches: { kind: Stretch['kind']; lines: TextLine[] }[] = [];
  let at = 0;
  while (at < lines.length) {
    const end = tableEnd(lines, at);
    const kind = end > at ? 'table' : 'lines';
    const part = lines.slice(at, Math.max(end, at + 1));
    const last = stretches.at(-1);
    if (kind === 'lines' && last?.kind === 'lines') last.lines.push(...part);
    else stretches.push({ kind, lines: part });
    at += part.length;
  }
  return stretches;
}

/** The line after the table that begins here; the line itself where none does. */
function tableEnd(lines: readonly TextLine[], start: number): number {
  return fencedEnd(lines, start) ?? bareEnd(lines, start);
}

/** Rows that begin with a pipe, and the lines over which a row goes on. */
function fencedEnd(lines: readonly TextLine[], start: number): number | undefined {
  if (!isFenced(lines[start]!.text)) return undefined;
  let at = start + 1;
  while (at < lines.length) {
    const { text } = lines[at]!;
    if (isFenced(text)) at++;
    else if (goesOn(lines, at)) at++;
    else break;
  }
  return at;
}

/** Whether a line without a pipe at its start belongs to the row above: it ends that row, or the next cell of it. */
function goesOn(lines: readonly TextLine[], at: number): boolean {
  const { text } = lines[at]!;
  if (/(?<!\\)\|\s*$/u.test(text)) return true;
  // A row that was not closed goes on where a later line of it is closed, before another row begins.
  if (isClosed(lines[at - 1]!.text) || text.trim() === '') return false;
  for (const next of lines.slice(at + 1, at + 6)) {
    if (isFenced(next.text)) return false;
    if (isClosed(next.text)) return true;
  }
  return false;
}

/** Rows without outer pipes, which need a separator to be told from a sentence that has a pipe in it. */
function bareEnd(lines: readonly TextLine[], start: number): number {
  if (!hasPipe(lines[start]!.text) || !isSeparator(lines[start + 1]?.text ?? '')) return start;
  let at = start + 2;
  while (at < lines.length && hasPipe(lines[at]!.text)) at++;
  return at;
}

const isFenced = (text: string): boolean => /^\s*\|/u.test(text);
const isClosed = (text: string): boolean => /(?<!\\)\|\s*$/u.test(text);
const hasPipe = (text: string): boolean => /(?<!\\)\|/u.test(text);

/** A line under a head: dashes, and little else, however broken (`-----????-----`). */
function isSeparator(text: string): boolean {
  return /-{2,}|\|\s*:?-:?\s*\|/u.test(text) && /^[\s|:?+=-]+$/u.test(text) && hasPipe(`${text}|`);
}

/** Reads a table from its lines. Throws Damaged. */
export function readPipes(
  lines: readonly TextLine[],
  read: (source: string) => Inline,
  countCells: CountCells,
): GridBlock {
  const records = gatherRecords(lines);
  const separator = records.findIndex((record, index) => index < 3 && isSeparator(record.text));
  const split = records.flatMap((record, index) =>
    isSeparator(record.text) ? [] : [{ ...record, index, parts: splitCells(record.text) }],
  );
  for (const { parts, line } of split) countCells(parts.length, line);
  const columns = split[0]?.parts.length ?? 0;
  const rows = split.map(
    ({ line, parts, index }): GridRow => ({
      line,
      isHead: index < separator,
      cells: parts.map((part) => readCell(part, line, read)),
    }),
  );
  return {
    kind: 'grid',
    line: lines[0]!.line,
    caption: undefined,
    rows,
    mended: [...mendedSeparator(records[separator]?.text, columns), ...mendedRecords(records)],
  };
}

type Record = TextLine & { readonly lines: number };

/** Joins the lines over which a row was split. A row begins with a pipe; a line of one lone pipe is an empty cell. */
function gatherRecords(lines: readonly TextLine[]): Record[] {
  const isFencedTable = isFenced(lines[0]!.text);
  const isSplit = isFencedTable && lines.some(({ text }) => !isFenced(text) && isClosed(text));
  const records: { line: number; parts: string[] }[] = [];
  for (const { line, text } of lines) {
    const last = records.at(-1);
    const part = text.trim();
    const begins = isFenced(text) ? !(isSplit && part === '|') : !isFencedTable;
    if (last === undefined || begins) records.push({ line, parts: [part] });
    else if (part === '|') last.parts.push(' |');
    else last.parts.push(isClosed(last.parts.at(-1)!) ? part : ` ${part}`);
  }
  return records.map(({ line, parts }) => ({ line, text: parts.join(''), lines: parts.length }));
}

/** The cells of a row as written: escapes kept, outer pipes gone. */
function splitCells(record: string): string[] {
  const cells: string[] = [];
  let cell = '';
  for (const piece of record.replace(/^\|/u, '').split(/(\\.|\|)/u)) {
    if (piece === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += piece === '\\|' ? '|' : piece;
  }
  // What follows the last pipe is a cell only where the row was not closed.
  if (cell.trim() !== '') cells.push(cell.trim());
  return cells;
}

function readCell(source: string, line: number, read: (source: string) => Inline): GridCell {
  return { ...read(source), line, span: 1, isContinued: false };
}

function mendedSeparator(separator: string | undefined, columns: number): string[] {
  if (separator === undefined) return ['there is no separator row'];
  const cells = splitCells(separator);
  if (cells.length !== columns) {
    return [
      `the separator row has ${cells.length === 1 ? '1 cell' : `${cells.length} cells`} for ${columns} columns`,
    ];
  }
  return cells.every((cell) => /^:?-+:?$/u.test(cell)) ? [] : [`the separator row is '${separator}'`];
}

function mendedRecords(records: readonly Record[]): string[] {
  const split = records.filter(({ lines }) => lines > 1);
  const open = records.filter(({ text }) => isFenced(text) && !isClosed(text));
  return [
    ...(split.length > 0
      ? [`${split.length} rows go over several lines, the first on line ${split[0]!.line}`]
      : []),
    ...(open.length > 0 ? [`${open.length} rows are not closed, the first on line ${open[0]!.line}`] : []),
  ];
}
