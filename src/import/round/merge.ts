import { fold, isSameValue } from './sameness.ts';
import type { Field, Known, KnownActivity, Values } from './values.ts';
import type { AddedRow, KeptRow, Wishes } from './wishes.ts';

/** What the workbook changes in the matrix as it is now, and what both changed differently. */
export type Merged = {
  readonly changed: readonly FieldChange[];
  /** New activities, and those that were taken out of the matrix meanwhile and are put back. */
  readonly added: readonly AddedActivity[];
  readonly removed: readonly KnownActivity[];
  readonly conflicts: readonly Conflict[];
  /** The activities of the sheet in its order, by row; those of the matrix have its ids, new ones none. */
  readonly rows: readonly { readonly row: number; readonly id: string | undefined }[];
};

export type FieldChange = {
  readonly id: string;
  readonly row: number;
  readonly field: Field;
  readonly from: string;
  readonly to: string;
};

export type AddedActivity = {
  readonly row: number;
  /** Kept where it comes back, or as somebody typed it; empty where it is still to be made. */
  readonly id: string;
  readonly values: Values;
};

/** A text, a code or a whole row that was changed in the workbook and in the matrix, in two ways. */
export type Conflict = {
  readonly id: string;
  /** `row`: one of the two took it away. `order`: both put the rows of its section in another order. */
  readonly field: Field | 'row' | 'order';
  /** What the matrix says otherwise of a row that the workbook took away. */
  readonly changed?: Field;
  /** Row of the sheet, where it has one. */
  readonly row: number | undefined;
  /** What the workbook was made from, what it says, and what the matrix says now; undefined where the row is gone. */
  readonly origin: string | undefined;
  readonly workbook: string | undefined;
  readonly matrix: string | undefined;
};

/**
 * Merges three ways, row by row and cell by cell. What only the workbook changed is taken; what only the matrix
 * changed stays; what both changed alike is done already.
 *
 * @param accept takes what the workbook says where both changed; the conflict is told all the same
 */
export function mergeWishes(wishes: Wishes, origin: Known, now: Known, accept: boolean): Merged {
  const kept = wishes.kept.map((row) =>
    mergeKept(row, origin.activities.get(row.id)!, now.activities.get(row.id), accept),
  );
  const gone = wishes.removed.map((id) =>
    mergeRemoved(origin.activities.get(id)!, now.activities.get(id), accept),
  );
  const later = [...now.activities.values()].filter(({ id }) => !origin.activities.has(id));
  const fresh = mergeAdded(wishes.added, later, accept);
  const all = [...kept, ...gone, ...fresh];
  return {
    changed: all.flatMap(({ changed }) => changed ?? []),
    added: all.flatMap(({ added }) => added ?? []),
    removed: all.flatMap(({ removed }) => removed ?? []),
    conflicts: all.flatMap(({ conflicts }) => conflicts ?? []),
    rows: [...kept, ...fresh].flatMap(({ row }) => row ?? []).sort((a, b) => a.row - b.row),
  };
}

/** What became of one row. */
type Part = {
  readonly changed?: readonly FieldChange[];
  readonly added?: AddedActivity;
  readonly removed?: KnownActivity;
  readonly conflicts?: readonly Conflict[];
  readonly row?: Merged['rows'][number];
};

function mergeKept(
  { id, row: { number: row }, changed }: KeptRow,
  origin: KnownActivity,
  now: KnownActivity | undefined,
  accept: boolean,
): Part {
  if (now === undefined) {
    if (changed.size === 0) return {};
    const says = changed.get('activity') ?? origin.values.get('activity') ?? '';
    const conflicts: Conflict[] = [
      { id, field: 'row', row, origin: origin.values.get('activity'), workbook: says, matrix: undefined },
    ];
    if (!accept) return { conflicts };
    return {
      conflicts,
      added: { row, id, values: new Map([...origin.values, ...changed]) },
      row: { row, id: undefined },
    };
  }
  const fields = [...changed].map(([field, to]) => mergeField({ id, row, field, to }, origin, now, accept));
  return {
    changed: fields.flatMap(({ changed: [change] = [] }) => change ?? []),
    conflicts: fields.flatMap(({ conflicts = [] }) => conflicts),
    row: { row, id },
  };
}

function mergeField(
  { id, row, field, to }: Omit<FieldChange, 'from'>,
  origin: KnownActivity,
  now: KnownActivity,
  accept: boolean,
): Part {
  const was = origin.values.get(field) ?? '';
  // A text that has no translation now had one then, of an older wording: nobody has translated it otherwise since.
  const is = now.values.get(field) ?? was;
  if (is === to) return {};
  const change = { id, row, field, from: is, to };
  if (isSameValue(field, is, was)) return { changed: [change] };
  if (isSameValue(field, is, to)) return {};
  const conflicts: Conflict[] = [{ id, field, row, origin: was, workbook: to, matrix: is }];
  return accept ? { conflicts, changed: [change] } : { conflicts };
}

function mergeRemoved(origin: KnownActivity, now: KnownActivity | undefined, accept: boolean): Part {
  if (now === undefined) return {};
  const changed = [...origin.values].find(
    ([field, was]) => now.values.has(field) && !isSameValue(field, now.values.get(field)!, was),
  );
  if (changed === undefined) return { removed: now };
  const [field, was] = changed;
  const conflict: Conflict = {
    id: origin.id,
    field: 'row',
    changed: field,
    row: undefined,
    origin: was,
    workbook: undefined,
    matrix: now.values.get(field),
  };
  return accept ? { removed: now, conflicts: [conflict] } : { conflicts: [conflict] };
}

/** A new row that somebody put into the matrix too, with the same text in the same section, is that one. */
function mergeAdded(added: readonly AddedRow[], later: readonly KnownActivity[], accept: boolean): Part[] {
  const free = [...later];
  return added.map(({ row: { number: row }, id, values }) => {
    const twin = free.findIndex(({ values: theirs }) =>
      (['section', 'activity'] as const).every(
        (field) => fold(theirs.get(field) ?? '') === fold(values.get(field) ?? ''),
      ),
    );
    if (twin < 0) return { added: { row, id, values }, row: { row, id: undefined } };
    const [now] = free.splice(twin, 1);
    const nothing = { ...now!, values: new Map<Field, string>() };
    const fields = [...values].map(([field, to]) =>
      mergeField({ id: now!.id, row, field, to }, nothing, now!, accept),
    );
    return {
      changed: fields.flatMap(({ changed = [] }) => changed),
      conflicts: fields.flatMap(({ conflicts = [] }) => conflicts),
      row: { row, id: now!.id },
    };
  });
}
