import type { Pairing } from './identity/pairing.ts';

/** Something that stands in one of two lists, or in both, by its positions there. */
export type Merged = { readonly old: number | undefined; readonly now: number | undefined };

/** Two lists of positions as one, in the order of the later: what is gone stands behind what it stood behind. */
export function mergeLists(olds: readonly number[], nows: readonly number[], pairing: Pairing): Merged[] {
  const there = new Set(nows);
  const gone = new Map<number | undefined, number[]>();
  let last: number | undefined;
  for (const old of olds) {
    const now = pairing.nowOf.get(old);
    if (now === undefined) gone.set(last, [...(gone.get(last) ?? []), old]);
    else if (there.has(now)) last = now;
  }
  const goneBehind = (now: number | undefined): Merged[] =>
    (gone.get(now) ?? []).map((old) => ({ old, now: undefined }));
  return [
    ...goneBehind(undefined),
    ...nows.flatMap((now) => [{ old: pairing.oldOf.get(now), now }, ...goneBehind(now)]),
  ];
}
