import { setTimeout } from 'node:timers/promises';

/** What a worker needs to be of use, each asked by a small question. */
export type Probes = Readonly<Record<'database' | 'store', () => Promise<unknown>>>;

export type Readiness = {
  readonly ready: boolean;
  readonly database: 'reachable' | 'unreachable';
  readonly store: 'reachable' | 'unreachable';
  readonly draining: boolean;
};

/** Milliseconds that an answer may take, and for which it holds: whoever asks often asks nobody else. */
const patience = 4000;

/** Tells whether a worker is ready for batches. */
export function watchHealth(probes: Probes, isDraining: () => boolean): () => Promise<Readiness> {
  const database = watchProbe(probes.database);
  const store = watchProbe(probes.store);
  return async () => {
    const [hasDatabase, hasStore] = await Promise.all([database(), store()]);
    const draining = isDraining();
    return {
      ready: hasDatabase && hasStore && !draining,
      database: hasDatabase ? 'reachable' : 'unreachable',
      store: hasStore ? 'reachable' : 'unreachable',
      draining,
    };
  };
}

/** Asks a probe, where its last answer does not hold any more and none is under way: whoever is away is not asked in a crowd. */
function watchProbe(probe: () => Promise<unknown>): () => Promise<boolean> {
  let underWay: Promise<boolean> | undefined;
  let last = { answers: false, until: 0 };
  const ask = async (): Promise<boolean> => {
    const answers = await probe().then(
      () => true,
      () => false,
    );
    last = { answers, until: performance.now() + patience };
    underWay = undefined;
    return answers;
  };
  return async () => {
    if (underWay === undefined && performance.now() < last.until) return last.answers;
    underWay ??= ask();
    return inTime(underWay);
  };
}

/** False where no answer comes in time. */
async function inTime(answer: Promise<boolean>): Promise<boolean> {
  const over = new AbortController();
  const tooLate = setTimeout(patience, false, { signal: over.signal, ref: false }).catch(() => false);
  return Promise.race([answer, tooLate]).finally(() => over.abort());
}
