import type { LocalizedProduct } from '../catalogue/localized.ts';
import type { EditionChanges, HistoryEntry } from '../edition/history.ts';
import { described, flag, list, optional, record, text, type ViewOf } from './shape.ts';

const clauses = list(text);

const changes = record({
  moved: described(clauses, 'Clauses in which a party gained or lost a duty.'),
  added: clauses,
  removed: described(clauses, 'By the numbers they had in the edition before.'),
  reworded: described(clauses, 'Clauses whose text or note reads otherwise, in the language that prevails.'),
  renumbered: described(clauses, 'Clauses that had another number.'),
  parties: described(flag, 'Whether a party joined, left or has another name.'),
  legend: described(flag, 'Whether the codes changed, or what they mean.'),
  headings: flag,
  notes: described(flag, 'Whether the summary, the notes of the product or its links changed.'),
  none: described(flag, 'Whether nothing of all this changed.'),
});

/** What every template may read of the editions of a product: annex and workbook tell the same history. */
export const historyShape = described(
  list(
    record({
      edition: text,
      date: described(text, 'ISO date.'),
      draft: described(flag, 'Whether it is yet to be released.'),
      changes: described(optional(changes), 'Against the edition before; absent for the first.'),
    }),
  ),
  'The released editions from the first on, and the one in the making; empty before the first release.',
);

/** Prepares the history of a product. */
export function viewHistory({ history }: Pick<LocalizedProduct, 'history'>): ViewOf<typeof historyShape> {
  return history.map((entry) => ({
    ...entry,
    changes: entry.changes && { ...entry.changes, none: !Object.values(entry.changes).some(holds) },
  }));
}

function holds(change: boolean | readonly string[]): boolean {
  return typeof change === 'boolean' ? change : change.length > 0;
}

const nothing: EditionChanges = {
  moved: [],
  added: [],
  removed: [],
  reworded: [],
  renumbered: [],
  parties: false,
  legend: false,
  headings: false,
  notes: false,
};

const cited = ['1.1.1', '1.1.2'];

const everything: EditionChanges = {
  moved: cited,
  added: cited,
  removed: cited,
  reworded: cited,
  renumbered: cited,
  parties: true,
  legend: true,
  headings: true,
  notes: true,
};

/** A made-up history on which templates are tried: a first edition, every change there can be, and none. */
export const historySample: readonly HistoryEntry[] = [
  { edition: '1', date: '2025-03-01', draft: false, changes: undefined },
  { edition: '2', date: '2025-09-01', draft: false, changes: everything },
  { edition: '3', date: '2026-03-01', draft: true, changes: nothing },
];
