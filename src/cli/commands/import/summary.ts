import type { FoundTable } from '../../../import/found.ts';
import type { ImportResult } from '../../../import/import.ts';
import type { JoinedMatrix } from '../../../import/joined.ts';
import type { Terminal } from '../../terminal.ts';

/** Says what was found on pages: one line for each thing that a reader would look for on them. */
export function printFound({ found }: ImportResult, terminal: Terminal): void {
  if (found === undefined || found.rows.length === 0) return;
  const { paintOut } = terminal;
  const files = found.pages.map(({ file }) => file).join(', ');
  terminal.out(`${paintOut.bold(files)}: ${countRows(found)}\n`);
  for (const [name, text] of describe(found)) terminal.out(`  ${name.padEnd(9)} ${text}\n`);
}

function countRows({ rows, pages }: JoinedMatrix): string {
  const sections = new Set(rows.map(({ section }) => section).filter((section) => section !== undefined));
  const tables = pages.flatMap((page) => page.tables).filter(({ kind }) => kind === 'matrix');
  const places = [
    sections.size > 0 ? `in ${count(sections.size, 'section')}` : '',
    tables.length > 0 ? `from ${count(tables.length, 'table')}` : '',
  ];
  return [count(rows.length, 'activity', 'activities'), ...places.filter((text) => text !== '')].join(' ');
}

function describe(found: JoinedMatrix): [name: string, text: string][] {
  const { title, updated, parties, codeSet, pages, flagged } = found;
  const codes = 'name' in codeSet ? codeSet.name : codeSet.codes.map(({ sign }) => sign).join(', ');
  const leftOut = pages.flatMap(({ tables }) => tables.filter(({ kind }) => kind !== 'matrix'));
  const refused = pages.flatMap((page) => page.refused).length;
  const lines: [string, string | undefined][] = [
    ['title', title],
    ['updated', updated],
    ['parties', parties.map(({ name }) => name).join(', ')],
    ['codes', codes],
    ['left out', leftOut.length === 0 ? undefined : leftOut.map(describeTable).join(', ')],
    ['to decide', decisions(flagged.length, refused)],
  ];
  return lines.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]]));
}

const kinds: Readonly<Record<FoundTable['kind'], string>> = {
  matrix: 'a matrix',
  legend: 'a legend',
  calendar: 'a calendar',
  links: 'a list of links',
  contents: 'a table of contents',
  other: 'another table',
};

function describeTable({ kind, line }: FoundTable): string {
  return `${kinds[kind]} (line ${line})`;
}

function decisions(flagged: number, refused: number): string | undefined {
  const parts = [
    flagged > 0 ? `${count(flagged, 'place')} where the page does not say who` : '',
    refused > 0 ? `${count(refused, 'line')} left out` : '',
  ];
  return parts.filter((part) => part !== '').join(', ') || undefined;
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
