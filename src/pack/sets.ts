import { type Contract, printMember } from './contract.ts';
import type { PackSet } from './press.ts';

/** What contracts share a set by. */
export function setKey({ language, members }: PackSet): string {
  return `${language} ${members.map(printMember).join(' ')}`;
}

/** Contracts by their sets, in the order in which each set comes first. */
export function groupBySet<T extends { readonly contract: Contract }>(
  all: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = setKey(one.contract);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/**
 * A sample of contracts that shows as many sets as it can: the first of each set, then the second of each, up to so many;
 * in the order of the contracts. Rows that are at fault are not sampled.
 */
export function sampleSets(keys: readonly (string | undefined)[], most: number): ReadonlySet<number> {
  const turns = new Map<string, number>();
  const ranked = keys.flatMap((key, index) => {
    if (key === undefined) return [];
    const turn = turns.get(key) ?? 0;
    turns.set(key, turn + 1);
    return [{ index, turn }];
  });
  ranked.sort((a, b) => a.turn - b.turn || a.index - b.index);
  return new Set(ranked.slice(0, most).map(({ index }) => index));
}
