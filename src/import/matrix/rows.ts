import type { Flag, FoundCell, FoundRow, FoundSection, Refusal } from '../found.ts';
import { struckOut } from '../pages/inline.ts';
import { saysNone } from './cell-codes.ts';
import { takeRaised } from './footnotes.ts';
import type { BodyRow } from './grid.ts';
import { firstPart } from './kinds.ts';
import { type Noting, noteOf } from './notes.ts';
import type { Assigned } from './parties.ts';
import { type Alphabet, type ReadCell, readCell } from './read-cell.ts';

/** What is gathered from all tables, in the order of the page. */
export type Gathered = {
  readonly sections: FoundSection[];
  readonly rows: FoundRow[];
  readonly flagged: Flag[];
  readonly refused: Refusal[];
};

export type Setting = Alphabet & Noting;

/** Reads the rows of one table. Returns how many it read. */
export function readRows(
  table: Assigned,
  section: number | undefined,
  setting: Setting,
  into: Gathered,
): number {
  const before = into.rows.length;
  let current = section;
  for (const row of table.grid.rows) {
    if (row.isBlank) continue;
    if (isGroup(row, table)) current = addGroup(row, section, into);
    else readRow(row, table, current, setting, into);
  }
  return into.rows.length - before;
}

function isGroup(row: BodyRow, { kind }: Assigned): boolean {
  return row.isGroup && kind.columns.parties.every((column) => row.texts[column] === '');
}

function addGroup(row: BodyRow, parent: number | undefined, into: Gathered): number {
  const title = row.texts.find((text) => text !== '') ?? '';
  const depth = parent === undefined ? 1 : into.sections[parent]!.depth + 1;
  into.sections.push({ number: undefined, title, depth, parent, line: row.line });
  return into.sections.length - 1;
}

function readRow(
  row: BodyRow,
  table: Assigned,
  section: number | undefined,
  setting: Setting,
  into: Gathered,
): void {
  const { columns } = table.kind;
  const { text: activity, marks } = takeRaised(row.texts[columns.activity] ?? '', setting.footnotes);
  const found = columns.parties.map((column) => row.texts[column] ?? '');
  const said = row.texts.filter((text) => text !== '').join(' | ');
  if (activity === '') {
    into.refused.push({ line: row.line, text: said, reason: 'There are codes and no activity.' });
    return;
  }
  const read = columns.parties.map((column, at) =>
    row.marks[column]?.includes(struckOut) ? struck : readCell(found[at]!, table.kind.is, setting),
  );
  if (isElse(row, found, read, table)) {
    into.refused.push({
      line: row.line,
      text: said,
      reason: 'None of its cells holds a code that the page uses.',
    });
    return;
  }
  const torn = tornReason(row, table);
  const index = into.rows.length;
  const cells = found.map((seen, at): FoundCell => {
    const { codes, reason } = torn === undefined ? read[at]! : { codes: undefined, reason: torn };
    const party = table.parties[at] ?? 0;
    if (codes === undefined && torn === undefined) {
      into.flagged.push({ row: index, line: row.line, party, found: seen, reason: reason! });
    }
    return { party, seen, codes };
  });
  if (torn !== undefined) {
    into.flagged.push({ row: index, line: row.line, party: undefined, found: said, reason: torn });
  }
  into.rows.push({
    line: row.line,
    section,
    activity: activity.replace(/\s+/gu, ' '),
    note: noteOf(row, table, [...marks, ...read.flatMap((cell) => cell.marks)], setting),
    cells: table.kind.is === 'roles' ? [] : cells,
    seen: new Map(table.heads.map((head, at) => [head, found[at]!])),
  });
}

const struck: ReadCell = { codes: undefined, reason: 'It is struck out on the page.', marks: [] };

/** A row of something else: it has texts, and none of them is what cells of this table hold. */
function isElse(
  row: BodyRow,
  found: readonly string[],
  read: readonly ReadCell[],
  { grid, kind }: Assigned,
): boolean {
  if (kind.is !== 'own' && kind.is !== 'words') return false;
  const isBelow = !firstPart(grid).includes(row);
  const unread = found.filter((text, at) => !saysNone(text) && read[at]!.codes === undefined);
  return unread.length > 0 && (isBelow || unread.length * 2 > found.filter((text) => !saysNone(text)).length);
}

/** Why nobody can tell the columns of a row; undefined where they are certain. */
function tornReason(row: BodyRow, { grid, kind }: Assigned): string | undefined {
  if (kind.is === 'nobody') return 'The marks say which role somebody has, and nothing says who.';
  if (row.marks[kind.columns.activity]?.includes(struckOut))
    return 'Some of its text is struck out on the page.';
  const count = row.given === 1 ? '1 cell' : `${row.given} cells`;
  if (row.beyond.length > 0) return `The row has ${count} for ${grid.width} columns.`;
  if (kind.columns.parties.some((column) => row.joined.has(column))) {
    return 'One cell reaches over several parties, so nobody can tell whose codes these are.';
  }
  if (row.given >= grid.width) return undefined;
  const isSilent = kind.columns.parties.every((column) => row.texts[column] === '');
  const follows = isSilent ? 'and its codes are lost' : 'so nobody can tell whose codes these are';
  return `The row has ${count} for ${grid.width} columns, ${follows}.`;
}
