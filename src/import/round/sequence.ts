import type { AddedActivity, Conflict, Merged } from './merge.ts';
import { settledItems } from './order.ts';
import type { Known } from './values.ts';

/** An activity of the matrix by its id, or a new one. */
export type Item = string | AddedActivity;

/** The activities of each section, by its key, as they are to stand in the matrix. */
export type Sequence = {
  readonly sections: ReadonlyMap<string, readonly Item[]>;
  /** Ids of activities that the workbook put elsewhere in their section. */
  readonly moved: readonly string[];
  readonly conflicts: readonly Conflict[];
};

type Request = {
  readonly merged: Merged;
  readonly origin: Known;
  readonly now: Known;
  /** Whether the order of the sheet is somebody's wish, and not that of a sorted column. */
  readonly isOrdered: boolean;
  /** Activities whose place in the sheet says nothing. */
  readonly strays: ReadonlySet<string>;
  readonly accept: boolean;
};

/**
 * Puts the activities of each section in order: as the matrix has them, but for those that the workbook moved, moved
 * in from another section, or brought. Those stand behind the row that they stand behind in the sheet.
 */
export function sequenceSections({ merged, origin, now, isOrdered, strays, accept }: Request): Sequence {
  const removed = new Set(merged.removed.map(({ id }) => id));
  const chosen = new Map(
    merged.changed.flatMap(({ id, field, to }) => (field === 'section' ? [[id, to]] : [])),
  );
  const added = new Map(merged.added.map((activity) => [activity.row, activity]));
  const items = merged.rows.map(({ row, id }): Item => id ?? added.get(row)!);
  const sectionOf = (item: Item): string =>
    typeof item === 'string'
      ? (chosen.get(item) ?? now.activities.get(item)!.values.get('section')!)
      : item.values.get('section')!;
  const stays = [...now.activities.keys()].filter((id) => !removed.has(id));
  const keys = new Set([...stays, ...items].map(sectionOf));
  const sections = new Map<string, readonly Item[]>();
  const moved: string[] = [];
  const conflicts: Conflict[] = [];
  for (const key of keys) {
    const sheet = items.filter((item) => sectionOf(item) === key && !strays.has(item as string));
    const matrix = stays.filter((id) => sectionOf(id) === key);
    const found = isOrdered ? findMoves(sheet, matrix, key, origin, now) : { moved: [], isContested: false };
    if (found.isContested) conflicts.push(orderConflict(found.moved, merged, origin));
    const moves = found.isContested && !accept ? [] : found.moved;
    moved.push(...moves);
    const placed = sheet.filter(
      (item) => typeof item !== 'string' || chosen.has(item) || moves.includes(item),
    );
    sections.set(key, isOrdered ? placeBehind(matrix, sheet, placed) : placeLast(matrix, placed));
  }
  return { sections, moved, conflicts };
}

/** The activities that the sheet has elsewhere in their section; contested where the matrix has them elsewhere too. */
function findMoves(
  sheet: readonly Item[],
  matrix: readonly string[],
  section: string,
  origin: Known,
  now: Known,
): { moved: readonly string[]; isContested: boolean } {
  const ranks = new Map([...origin.activities.keys()].map((id, rank) => [id, rank]));
  const common = sheet.filter(
    (item): item is string =>
      typeof item === 'string' &&
      origin.activities.get(item)?.values.get('section') === section &&
      now.activities.get(item)?.values.get('section') === section,
  );
  const rankOf = (id: string): number => ranks.get(id)!;
  const settled = settledItems(common, rankOf);
  const moved = common.filter((id) => !settled.has(id));
  const today = matrix.filter((id) => common.includes(id));
  if (moved.length === 0 || today.every((id, i) => id === common[i]))
    return { moved: [], isContested: false };
  return { moved, isContested: settledItems(today, rankOf).size < today.length };
}

function orderConflict([id = '']: readonly string[], { rows }: Merged, origin: Known): Conflict {
  const row = rows.find((candidate) => candidate.id === id)?.row;
  const text = origin.activities.get(id)?.values.get('activity') ?? '';
  return { id, field: 'order', row, origin: text, workbook: text, matrix: text };
}

function placeBehind(matrix: readonly string[], sheet: readonly Item[], placed: readonly Item[]): Item[] {
  const order: Item[] = matrix.filter((id) => !placed.includes(id));
  for (const item of placed) {
    const at = sheet.indexOf(item);
    const before = sheet.slice(0, at).findLast((other) => order.includes(other));
    const after = sheet.slice(at + 1).find((other) => order.includes(other));
    if (before !== undefined) order.splice(order.indexOf(before) + 1, 0, item);
    else order.splice(after === undefined ? order.length : order.indexOf(after), 0, item);
  }
  return order;
}

function placeLast(matrix: readonly string[], placed: readonly Item[]): Item[] {
  return [...matrix.filter((id) => !placed.includes(id)), ...placed];
}
