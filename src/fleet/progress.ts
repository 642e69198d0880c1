import type { Reconciliation } from '../pack/reconcile.ts';

/** What the records count of a run at a moment. */
export type RunCounts = {
  readonly run: number;
  readonly program: string;
  /** Contracts that were read, and those of them that went into batches. */
  readonly read: number;
  readonly inBatches: number;
  readonly batches: number;
  readonly settledBatches: number;
  /** Batches that a worker took and has not settled yet, and those that are tried again. */
  readonly underHand: number;
  readonly triedAgain: number;
  readonly made: number;
  readonly reused: number;
  /** At their rows, or when they were made. */
  readonly held: number;
  readonly failed: number;
  /** Contracts that were settled in the last so many seconds. */
  readonly settledLately: number;
  readonly lately: number;
  /** By the clock of the database, as all moments are. */
  readonly now: Date;
  readonly planned: Date;
  readonly firstTaken: Date | undefined;
  readonly lastSettled: Date | undefined;
  readonly finished: Date | undefined;
  readonly manifest: string | undefined;
};

/** How far a run is. */
export type Progress = {
  readonly run: number;
  readonly program: string;
  /** `finishing`: every contract is accounted for, and the manifest is being written. */
  readonly state: 'planned' | 'running' | 'finishing' | 'done';
  /** `read` is the sum of the others. */
  readonly reconciliation: Reconciliation & { readonly open: number };
  readonly batches: {
    readonly all: number;
    readonly settled: number;
    readonly underHand: number;
    readonly triedAgain: number;
  };
  /** Contracts a second: of late, or of the whole run where it is through. */
  readonly rate: number;
  /** Undefined while nothing is made. */
  readonly secondsLeft: number | undefined;
  readonly planned: Date;
  readonly finished: Date | undefined;
  /** Digest of the manifest, where it is written. */
  readonly manifest: string | undefined;
};

/** How far a run is, from what is counted of it. */
export function measureProgress(counts: RunCounts): Progress {
  const { read, made, reused, held, failed } = counts;
  const open = read - made - reused - held - failed;
  const rate = rateOf(counts);
  return {
    run: counts.run,
    program: counts.program,
    state: stateOf(counts),
    reconciliation: { read, made, reused, held, failed, open },
    batches: {
      all: counts.batches,
      settled: counts.settledBatches,
      underHand: counts.underHand,
      triedAgain: counts.triedAgain,
    },
    rate,
    secondsLeft: open === 0 ? 0 : rate > 0 ? Math.ceil(open / rate) : undefined,
    planned: counts.planned,
    finished: counts.finished,
    manifest: counts.manifest,
  };
}

function stateOf({ finished, settledBatches, batches, firstTaken }: RunCounts): Progress['state'] {
  if (finished !== undefined) return 'done';
  if (settledBatches === batches) return 'finishing';
  return firstTaken === undefined ? 'planned' : 'running';
}

/** A run that is young is measured from its beginning, and one whose batches are settled over all of it. */
function rateOf(counts: RunCounts): number {
  const { firstTaken, lastSettled, now, lately, settledLately, inBatches } = counts;
  if (firstTaken === undefined || lastSettled === undefined) return 0;
  if (counts.settledBatches === counts.batches) return perSecond(inBatches, firstTaken, lastSettled);
  const since = new Date(Math.max(firstTaken.getTime(), now.getTime() - lately * 1000));
  return perSecond(settledLately, since, now);
}

function perSecond(contracts: number, from: Date, to: Date): number {
  const seconds = (to.getTime() - from.getTime()) / 1000;
  return seconds > 0 ? contracts / seconds : 0;
}
