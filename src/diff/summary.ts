import { isRenumbered } from './changed.ts';
import type { ComparedActivity, ProductDiff } from './product-diff.ts';

/**
 * What changed, counted. A duty is counted by the party that it binds: the codes for who carries an activity out and
 * who answers for it, or all of them where a code set has neither.
 */
export type Summary = {
  /** Activities with a duty that moved. */
  readonly moved: number;
  /** By party, in their order, those that gained or lost a duty that binds. */
  readonly parties: readonly PartySummary[];
  /** Activities in which only codes that do not bind moved: who is consulted or informed. */
  readonly consulted: number;
  readonly added: number;
  readonly removed: number;
  readonly reworded: number;
  readonly notes: number;
  readonly relocated: number;
  readonly renumbered: number;
  readonly split: number;
  readonly merged: number;
  readonly unread: number;
};

/** In how many activities a party gained or lost a duty that binds. */
export type PartySummary = {
  readonly id: string;
  readonly name: string;
  /** It takes the duty from another party. */
  readonly takes: number;
  /** It joins those that have the duty, or takes one that nobody had. */
  readonly joins: number;
  /** It has the duty no more, and nobody took it or joined. */
  readonly leaves: number;
};

/** Counts what changed in a product. */
export function summarize(diff: ProductDiff): Summary {
  const { activities, splits, merges } = diff;
  const count = (test: (activity: ComparedActivity) => unknown) => activities.filter(test).length;
  const moved = activities.filter(({ duties }) => duties.length > 0);
  const binds = bindingIn(diff);
  return {
    moved: moved.length,
    parties: summarizeParties(diff, moved, binds),
    consulted: moved.filter(
      ({ duties }) => !duties.some((move) => [...move.gained, ...move.lost].some(binds)),
    ).length,
    added: count(({ old }) => !old),
    removed: count(({ now }) => !now),
    reworded: count(({ wording }) => wording),
    notes: count(({ note }) => note),
    relocated: count(({ isRelocated }) => isRelocated),
    renumbered: count(isRenumbered),
    split: splits.length,
    merged: merges.length,
    unread: count(({ isUnread }) => isUnread),
  };
}

const bindingRoles = new Set(['responsible', 'accountable']);

/** Says which signs bind the party that holds them. */
export function bindingIn({ codes }: Pick<ProductDiff, 'codes'>): (sign: string) => boolean {
  const binding = codes.filter(({ role }) => bindingRoles.has(role));
  const signs = new Set((binding.length === 0 ? codes : binding).map(({ sign }) => sign));
  return (sign) => signs.has(sign);
}

function summarizeParties(
  { parties }: ProductDiff,
  moved: readonly ComparedActivity[],
  binds: (sign: string) => boolean,
): PartySummary[] {
  const counts = parties.map(({ id, now, old }) => ({
    id,
    name: (now ?? old)!.name,
    takes: 0,
    joins: 0,
    leaves: 0,
  }));
  for (const { duties } of moved) {
    const lost = new Set(duties.flatMap((move) => move.lost));
    const isGained = duties.some((move) => move.gained.some(binds));
    for (const move of duties) {
      const [gains, losses] = [move.gained.filter(binds), move.lost.filter(binds)];
      const count = counts[move.party]!;
      if (gains.some((sign) => lost.has(sign))) count.takes++;
      else if (gains.length > 0) count.joins++;
      if (losses.length > 0 && !isGained) count.leaves++;
    }
  }
  return counts.filter(({ takes, joins, leaves }) => takes + joins + leaves > 0);
}
