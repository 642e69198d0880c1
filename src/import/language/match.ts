import { alignSequences } from '../pairing/sequence.ts';
import type { Evidence } from './evidence.ts';

/** An activity and the row of a page that tells it in another language. */
export type Match = {
  readonly activity: number;
  readonly row: number;
  /** Whether nothing else comes near it; what is not sure is shown and never written. */
  readonly isSure: boolean;
  /** Whether it stands in another order on the page. */
  readonly isMoved: boolean;
};

/** What it costs to leave a row alone, against scores of about 3 for a sure pair. */
const gap = -1;
/** So much better than any other a pair has to be, to be sure. */
const clear = 1;
/** So much in words two texts have to share, to be one out of order: two rare words, or a number and a name. */
const telling = 1.5;
/** So much two texts have to share that nothing else is left for: about one rare word. */
const akin = 0.6;
/** So much at the least two texts share that have a word in common which is not in every row. */
const trace = 0.3;

/**
 * Finds which row of a page is which activity: in their order first, then those out of order whose words tell. It
 * never goes by position alone: what the evidence leaves open is not sure.
 */
export function matchRows(activities: number, rows: number, evidence: Evidence): Match[] {
  const aligned = alignSequences(activities, rows, evidence.score, gap);
  const straight = new Map(
    aligned.map(({ a, b, margin }) => [
      a,
      { row: b, isSure: margin >= clear && isSupported(a, b, evidence) },
    ]),
  );
  const crossing = findCrossing(activities, rows, straight, evidence);
  const crossed = new Map(crossing.map(({ activity, row }) => [activity, row]));
  const taken = new Set(crossed.values());
  const kept = [...straight]
    .filter(([activity, { row }]) => !crossed.has(activity) && !taken.has(row))
    .map(([activity, { row, isSure }]) => ({ activity, row, isSure, isMoved: false }));
  const moved = crossing.map((pair) => ({
    ...pair,
    isSure: evidence.codes(pair.activity, pair.row) !== 'differ',
    isMoved: true,
  }));
  const found = [...kept, ...moved];
  const sure = found.filter(({ isSure }) => isSure);
  const strays = findStrays(activities, rows, sure, evidence);
  const placed = [...sure, ...strays];
  const unsure = found.filter(
    ({ activity, row, isSure }) =>
      !isSure &&
      !strays.some((stray) => stray.activity === activity || stray.row === row) &&
      isPossible(activity, row, evidence),
  );
  const all = [...placed, ...unsure].sort((one, other) => one.activity - other.activity);
  return withDoubts(all, evidence);
}

/** Rows out of order that share little with their activity, and more than with any other that is left. */
function findStrays(activities: number, rows: number, sure: readonly Match[], evidence: Evidence): Match[] {
  const { score, kinship, codes } = evidence;
  const loose = range(activities).filter((at) => !sure.some(({ activity }) => activity === at));
  const free = range(rows).filter((at) => !sure.some(({ row }) => row === at));
  const bestOf = new Map(loose.map((activity) => [activity, topTwo(free, (row) => score(activity, row))]));
  const bestFor = new Map(free.map((row) => [row, topTwo(loose, (activity) => score(activity, row))]));
  return loose.flatMap((activity) => {
    const found = bestOf.get(activity)!;
    const row = found.at;
    if (row === undefined || bestFor.get(row)!.at !== activity) return [];
    const isBest = found.first >= Math.max(0, found.second, bestFor.get(row)!.second) + clear;
    const isAlike = kinship(activity, row) >= akin && codes(activity, row) === 'same';
    return isBest && isAlike ? [{ activity, row, isSure: true, isMoved: true }] : [];
  });
}

type TopTwo = { readonly at: number | undefined; readonly first: number; readonly second: number };

/** The best of a list by a measure, and how good it and the next best are. */
function topTwo(list: readonly number[], measure: (at: number) => number): TopTwo {
  let best: TopTwo = { at: undefined, first: Number.NEGATIVE_INFINITY, second: Number.NEGATIVE_INFINITY };
  for (const at of list) {
    const value = measure(at);
    if (value > best.first) best = { at, first: value, second: best.first };
    else if (value > best.second) best = { ...best, second: value };
  }
  return best;
}

/** What neither words nor codes speak for is no pair at all, not even one to ask about. */
function isPossible(activity: number, row: number, evidence: Evidence): boolean {
  return isSupported(activity, row, evidence) || evidence.score(activity, row) > 0;
}

/** Standing in the same place is not enough: words or codes have to agree as well. */
function isSupported(activity: number, row: number, { kinship, codes, isKnown }: Evidence): boolean {
  return isKnown(activity, row) || codes(activity, row) === 'same' || kinship(activity, row) >= trace;
}

type Straight = ReadonlyMap<number, { readonly row: number }>;

/** Pairs out of order: of all rows each shares most with the other, and clearly more than with those they stand beside. */
function findCrossing(
  activities: number,
  rows: number,
  straight: Straight,
  { kinship }: Evidence,
): { activity: number; row: number }[] {
  const all = { activities: range(activities), rows: range(rows) };
  const nearestRow = all.activities.map((a) => topTwo(all.rows, (b) => kinship(a, b)));
  const nearestActivity = all.rows.map((b) => topTwo(all.activities, (a) => kinship(a, b)));
  const activityAt = new Map([...straight].map(([activity, { row }]) => [row, activity]));
  return all.activities.flatMap((activity) => {
    const { at: row, first, second } = nearestRow[activity]!;
    if (row === undefined || row === straight.get(activity)?.row || first < telling || first === second)
      return [];
    const back = nearestActivity[row]!;
    if (back.at !== activity || back.first === back.second) return [];
    const beside = straight.get(activity)?.row;
    const other = activityAt.get(row);
    const now = Math.max(
      beside === undefined ? 0 : kinship(activity, beside),
      other === undefined ? 0 : kinship(other, row),
    );
    return first >= now + 1 ? [{ activity, row }] : [];
  });
}

/** So much worse than the other way round two pairs have to be, for somebody to have swapped them. */
const swapped = 0.2;

/**
 * Pairs near each other that would go together better the other way round were swapped, or their codes were changed, and
 * the words do not say which.
 */
function withDoubts(matches: readonly Match[], { score }: Evidence): Match[] {
  const isDoubtful = (one: Match): boolean =>
    matches.some((other) => {
      if (other === one || Math.abs(other.activity - one.activity) > near) return false;
      const asIs = score(one.activity, one.row) + score(other.activity, other.row);
      return score(one.activity, other.row) + score(other.activity, one.row) > asIs + swapped;
    });
  return matches.map((match) => (isDoubtful(match) ? { ...match, isSure: false } : match));
}

/** Rows are seldom swapped over a longer way. */
const near = 4;

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
