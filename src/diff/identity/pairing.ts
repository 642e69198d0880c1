/** Which things of two lists are the same one, by their positions; each has one partner at most. */
export type Pairing = {
  readonly nowOf: ReadonlyMap<number, number>;
  readonly oldOf: ReadonlyMap<number, number>;
};

/** A pairing that is being found, step by step: what is paired stays so. */
export class Pairs implements Pairing {
  readonly nowOf = new Map<number, number>();
  readonly oldOf = new Map<number, number>();

  pair(old: number, now: number): void {
    this.nowOf.set(old, now);
    this.oldOf.set(now, old);
  }

  /** Of a list of so many, the positions that are not paired. */
  looseOld(count: number): number[] {
    return positions(count).filter((old) => !this.nowOf.has(old));
  }

  looseNow(count: number): number[] {
    return positions(count).filter((now) => !this.oldOf.has(now));
  }

  /** Pairs what is loose and goes by the same name, which nothing else loose goes by; no name pairs nothing. */
  pairSame(olds: readonly (string | undefined)[], nows: readonly (string | undefined)[]): void {
    const old = groupBy(this.looseOld(olds.length), (at) => olds[at]);
    const now = groupBy(this.looseNow(nows.length), (at) => nows[at]);
    for (const [name, [one, ...others]] of old) {
      const [partner, ...rivals] = now.get(name) ?? [];
      if (partner !== undefined && others.length + rivals.length === 0) this.pair(one!, partner);
    }
  }
}

/** Groups in the order of their first members; what has no name is in none. */
export function groupBy<T>(items: readonly T[], nameOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}

function positions(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at);
}
