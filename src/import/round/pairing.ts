import { type Diagnostic, error, note } from '../../diagnostics/diagnostic.ts';
import { quote } from '../findings.ts';
import type { SheetRow } from './rows.ts';
import { isUnchanged } from './sameness.ts';
import type { Known, KnownActivity } from './values.ts';

/** A row of the sheet, and the activity that it is; a row that is none of those known is new. */
export type PairedRow = { readonly row: SheetRow; readonly id: string | undefined };

export type Pairing = { readonly rows: readonly PairedRow[]; readonly diagnostics: readonly Diagnostic[] };

/** Where findings point to: the file, and the address of a cell or row of the sheet. */
export type Pointer = { readonly file: string; readonly at: (row: number) => string };

/**
 * Says which activity each row is. Its id says so; of rows that share one, which copying leaves behind, the row that
 * is most like the activity. A row that lost its id is known by its text, and never by its number alone.
 */
export function pairRows(rows: readonly SheetRow[], origin: Known, pointer: Pointer): Pairing {
  const { owners, copies, diagnostics } = readIds(rows, origin, pointer);
  const ids = new Map([...owners].map(([id, row]) => [row, id]));
  for (const row of rows.filter((candidate) => !ids.has(candidate) && !copies.has(candidate))) {
    const free = [...origin.activities.values()].filter(({ id }) => !owners.has(id));
    const found = findByText(row, free);
    if (found !== undefined) {
      ids.set(row, found.id);
      owners.set(found.id, row);
    }
  }
  const paired = rows.map((row) => ({ row, id: ids.get(row) }));
  return { rows: paired, diagnostics: [...diagnostics, ...findUnclear(paired, origin, pointer)] };
}

/** The id that a row says it has. */
export function idOf({ cells }: SheetRow): string {
  return cells.get('id')?.trim().toLowerCase() ?? '';
}

function readIds(rows: readonly SheetRow[], origin: Known, { file, at }: Pointer) {
  const owners = new Map<string, SheetRow>();
  const copies = new Set<SheetRow>();
  const diagnostics: Diagnostic[] = [];
  for (const [id, activity] of origin.activities) {
    const claimants = rows.filter((row) => idOf(row) === id);
    const owner = mostAlike(claimants, activity);
    if (owner === undefined) continue;
    owners.set(id, owner);
    for (const copy of claimants.filter((row) => row !== owner)) {
      copies.add(copy);
      const message = `${at(copy.number)} has the id '${id}' of ${at(owner.number)}: taken for a copy, which is a new activity.`;
      diagnostics.push(note('round-copy', { file }, message));
    }
  }
  return { owners, copies, diagnostics };
}

/** The first of the rows that say the most of what the activity said. */
function mostAlike(rows: readonly SheetRow[], { values }: KnownActivity): SheetRow | undefined {
  const likeness = ({ cells }: SheetRow): number =>
    [...values].filter(([field, was]) => {
      const says = cells.get(field);
      if (says === undefined || field === 'section') return false;
      return isUnchanged(says, field === 'activity' || field === 'note' ? was : was || '–');
    }).length + (isUnchanged(cells.get('activity') ?? '', values.get('activity') ?? '') ? values.size : 0);
  return rows.reduce<SheetRow | undefined>(
    (best, row) => (best === undefined || likeness(row) > likeness(best) ? row : best),
    undefined,
  );
}

/** The one activity that says what the row says; of several, the one with the row's number. */
function findByText({ cells }: SheetRow, free: readonly KnownActivity[]): KnownActivity | undefined {
  const text = cells.get('activity') ?? '';
  const alike = free.filter(
    ({ values }) => text.trim() !== '' && isUnchanged(text, values.get('activity') ?? ''),
  );
  if (alike.length <= 1) return alike[0];
  return alike.find(({ clause }) => clause === cells.get('number')?.trim());
}

/** Without the column of ids, a row with a known number and another text may be that activity or a new one. */
function findUnclear(paired: readonly PairedRow[], origin: Known, { file, at }: Pointer): Diagnostic[] {
  if (paired.some(({ row }) => row.cells.has('id'))) return [];
  const taken = new Set(paired.map(({ id }) => id));
  const free = [...origin.activities.values()].filter(({ id }) => !taken.has(id));
  return paired.flatMap(({ row, id }) => {
    const number = row.cells.get('number')?.trim();
    const was = free.find(({ clause }) => clause === number);
    if (id !== undefined || was === undefined) return [];
    const says = quote(row.cells.get('activity') ?? '');
    const message = `${at(row.number)} has no id and says ${says}: clause ${number} said ${quote(was.values.get('activity') ?? '')}.`;
    return [
      error('round-row', { file }, message, {
        hints: [
          'The column of ids was removed. Put it back from the workbook as it was made, or undo the change to this row.',
        ],
      }),
    ];
  });
}
