import type { LedgerEntry } from '../pack/ledger.ts';
import type { Digest } from '../store/store.ts';

/** A run of packs on many machines, as it was planned: it never changes, whatever is committed meanwhile. */
export type FleetRun = {
  /** Counted from 1 in its database. */
  readonly id: number;
  /** Digest of the program that planned it: no other may make its packs. */
  readonly program: string;
  /** The workspace that it is made from, as an object of the store. */
  readonly bundle: Digest;
  /** The brand of every pack, in place of that of the products. */
  readonly brand: string | undefined;
  /** What findings call the table of contracts. */
  readonly contractsPath: string;
  /** Columns of the table beside those that every table has. */
  readonly columns: readonly string[];
  /** Contracts that were read; those held at their rows are among them and in no batch. */
  readonly read: number;
  readonly batches: number;
};

/** Contracts that one worker makes in one go, mostly of one set. What a queue carries of it is `run` and `number`. */
export type Batch = {
  readonly run: number;
  /** Counted from 1. */
  readonly number: number;
  readonly contracts: number;
  /** How many pages its packs come to, as estimated. */
  readonly pages: number;
  /** Its contracts as JSON lines, an object of the store. */
  readonly object: Digest;
};

/** How a batch fared before it was handed out this time. */
export type BatchPast = {
  /** Counted from 1; this time is among them. */
  readonly attempt: number;
  /** Contracts at which a worker died, with how often. */
  readonly deaths: ReadonlyMap<string, number>;
};

/** What is known of runs: 'all done' is counted here, and never in the queue. Every method may be called again after a fault. */
export interface Records {
  run(id: number): Promise<FleetRun | undefined>;
  /** Runs that are not through, oldest first. */
  openRuns(): Promise<readonly FleetRun[]>;
  /** The batch, and that it is tried once more; undefined where it is settled already. */
  take(run: number, number: number): Promise<{ readonly batch: Batch; readonly past: BatchPast } | undefined>;
  /** What runs before this one, or this one itself, noted last of contracts that have a pack. */
  known(run: number, contracts: readonly string[]): Promise<ReadonlyMap<string, LedgerEntry>>;
  /** Says which contract is under hand: should the worker die of it, `take` tells. Only where a batch is tried again. */
  trying(batch: Batch, contract: string): Promise<void>;
  /** Notes what became of all contracts of a batch, in one transaction; false where that was noted before: nothing counts twice. */
  settle(batch: Batch, entries: readonly LedgerEntry[]): Promise<boolean>;
}

/** Hands out the batches of runs, giants first. */
export interface Queue {
  /**
   * Works until the signal: what is under hand then is finished, and nothing more is taken. A handler that throws gives its
   * batch back, to be tried after a while.
   */
  work(
    handle: (job: { readonly run: number; readonly number: number }) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void>;
}
