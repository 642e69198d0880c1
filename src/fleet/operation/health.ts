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
  const database = rememberFor(patience, () => answers(probes.database));
  const store = rememberFor(patience, () => answers(probes.store));
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

async function answers(probe: () => Promise<unknown>): Promise<boolean> {
  const over = new AbortController();
  const inTime = probe().then(
    () => true,
    () => false,
  );
  const tooLate = setTimeout(patience, false, { signal: over.signal, ref: false }).catch(() => false);
  return Promise.race([inTime, tooLate]).finally(() => over.abort());
}

function rememberFor<T>(milliseconds: number, ask: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined;
  let until = 0;
  return () => {
    if (known === undefined || performance.now() >= until) {
      known = ask();
      until = performance.now() + milliseconds;
    }
    return known;
  };
}
