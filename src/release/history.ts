import type { Edition } from '../edition/edition.ts';
import type { HistoryEntry } from '../edition/history.ts';
import { compareEditionAges } from '../edition/order.ts';
import { countChanges } from './changes.ts';

/**
 * The history of a product up to an edition, each with what it changed against the one before; the edition itself
 * comes last. It says nothing of editions that came later, so that an annex made again says what it said.
 *
 * @param released from the first to the newest
 */
export function tellHistory(released: readonly Edition[], now: Edition): readonly HistoryEntry[] {
  const past = released.filter((edition) => compareEditionAges(edition, now) <= 0);
  if (past.length === 0) return [];
  const editions = now.draft ? [...past, now] : past;
  return editions.map((edition, i) => {
    const earlier = editions[i - 1];
    return {
      edition: edition.edition,
      date: edition.date,
      draft: edition.draft,
      changes: earlier && countChanges(earlier, edition),
    };
  });
}
