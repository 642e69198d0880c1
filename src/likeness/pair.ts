import { compareProfiles, likenessAtMost, type Profile, profileOf } from './likeness.ts';

/** Two texts that belong together, by their positions in the two lists. */
export type AlikePair = {
  readonly first: number;
  readonly second: number;
  readonly likeness: number;
  /** How far the pair is ahead of the next best that either of its texts could have entered; all of it without one. */
  readonly lead: number;
};

export type PairingOptions = {
  /** A pair that weighs less than this never belongs together: its likeness, between 0 and 1, and what favours it. */
  readonly least: number;
  /** A pair that is not ahead of its rivals by this much is left apart, as a guess would be. */
  readonly lead?: number;
  /** What else speaks for a pair, such as a common place; added to its likeness. */
  readonly favour?: (first: number, second: number) => number;
};

/**
 * Pairs the texts of two lists one to one. The pair that is most alike comes first, then the most alike of what is left,
 * so that every decision can be told: no text was given away that had a better partner. Equals go by their order.
 */
export function pairAlike(
  first: readonly string[],
  second: readonly string[],
  { least, lead = 0, favour = () => 0 }: PairingOptions,
): AlikePair[] {
  const candidates = findCandidates(first.map(profileOf), second.map(profileOf), least, favour);
  const rivals = new Rivals(candidates);
  const pairs: AlikePair[] = [];
  for (const candidate of candidates) {
    if (!rivals.isOpen(candidate)) continue;
    const ahead = candidate.weight - rivals.bestAgainst(candidate);
    if (ahead < lead) continue;
    rivals.close(candidate);
    pairs.push({
      first: candidate.first,
      second: candidate.second,
      likeness: candidate.likeness,
      lead: ahead,
    });
  }
  return pairs.sort((a, b) => a.first - b.first);
}

type Candidate = {
  readonly first: number;
  readonly second: number;
  readonly likeness: number;
  readonly weight: number;
};

/** All pairs that weigh enough, the weightiest first. */
function findCandidates(
  first: readonly Profile[],
  second: readonly Profile[],
  least: number,
  favour: (first: number, second: number) => number,
): Candidate[] {
  const candidates = first.flatMap((a, i) =>
    second.flatMap((b, j): Candidate[] => {
      const favoured = favour(i, j);
      if (likenessAtMost(a, b) + favoured < least) return [];
      const likeness = compareProfiles(a, b);
      const weight = likeness + favoured;
      return weight < least ? [] : [{ first: i, second: j, likeness, weight }];
    }),
  );
  const apart = ({ first: i, second: j }: Candidate) => Math.abs(i - j);
  return candidates.sort(
    (a, b) => b.weight - a.weight || apart(a) - apart(b) || a.first - b.first || a.second - b.second,
  );
}

/** The candidates of each text, and which texts are still without a partner. */
class Rivals {
  readonly #byFirst = new Map<number, Candidate[]>();
  readonly #bySecond = new Map<number, Candidate[]>();
  readonly #closedFirst = new Set<number>();
  readonly #closedSecond = new Set<number>();

  constructor(candidates: readonly Candidate[]) {
    for (const candidate of candidates) {
      gather(this.#byFirst, candidate.first, candidate);
      gather(this.#bySecond, candidate.second, candidate);
    }
  }

  isOpen({ first, second }: Candidate): boolean {
    return !this.#closedFirst.has(first) && !this.#closedSecond.has(second);
  }

  /** The weight of the best other pair that one of the two could still enter, 0 where there is none. */
  bestAgainst(candidate: Candidate): number {
    // The lists are in order of weight: the first one that is open is the best.
    const best = (list: readonly Candidate[] = []) =>
      list.find((rival) => rival !== candidate && this.isOpen(rival))?.weight ?? 0;
    return Math.max(best(this.#byFirst.get(candidate.first)), best(this.#bySecond.get(candidate.second)));
  }

  close({ first, second }: Candidate): void {
    this.#closedFirst.add(first);
    this.#closedSecond.add(second);
  }
}

function gather(lists: Map<number, Candidate[]>, key: number, candidate: Candidate): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [candidate]);
  else list.push(candidate);
}
