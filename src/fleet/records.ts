import type { LedgerEntry } from '../pack/ledger.ts';
import type { ListedPack } from '../pack/manifest.ts';
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
  /** Contracts that were held at their rows, when the run was planned. */
  readonly held: number;
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
  /** Its contracts as JSON lines, an object of the store: see batch-contracts.ts. */
  readonly object: Digest;
};

/** How a batch fared before it was handed out this time. */
export type BatchPast = {
  /** Counted from 1; this time is among them. */
  readonly attempt: number;
  /** Contracts at which a worker died, by id, with how often. */
  readonly deaths: ReadonlyMap<string, number>;
};

/** What became of a contract of a batch, and at which attempt. */
export type SettledPack = { readonly pack: ListedPack; readonly attempt: number };

/** A pack as the manifest of a run lists it: `line` is its ListedPack as JSON. */
export type ShardedPack = { readonly shard: string; readonly line: string };

/** What is known of runs: 'all done' is counted here, and never in the queue. Every method may be called again after a fault. */
export interface Records {
  run(id: number): Promise<FleetRun | undefined>;
  /** Runs that are not through, oldest first. */
  openRuns(): Promise<readonly FleetRun[]>;
  /**
   * The batch, and that it is tried once more; undefined where it is settled already. A contract that was noted by `trying`
   * and neither settled nor given back since is one at which a worker died.
   */
  take(run: number, number: number): Promise<{ readonly batch: Batch; readonly past: BatchPast } | undefined>;
  /** What runs before this one noted last of contracts that have a pack, by id. */
  known(run: number, contracts: readonly string[]): Promise<ReadonlyMap<string, LedgerEntry>>;
  /** Says which contract is under hand: should the worker die of it, `take` tells. Only where a batch is tried again. */
  trying(batch: Batch, contract: string): Promise<void>;
  /** Says that no worker died, though the batch is not made: it ended in good order, or its store cannot be used. */
  giveBack(batch: Batch): Promise<void>;
  /**
   * Notes what became of all contracts of a batch, in one transaction; false where that was noted before: nothing counts
   * twice. With the last batch of a run, the job that finishes the run goes into the queue in the same transaction.
   */
  settle(batch: Batch, packs: readonly SettledPack[]): Promise<boolean>;
  /** All contracts of a run, by shard and line: those that were held at their rows, too. */
  packs(run: number): AsyncIterable<ShardedPack>;
  /** Says that the manifest of a run is written, and the run through. */
  finish(run: number, manifest: Digest): Promise<void>;
  close(): Promise<void>;
}

/** A transaction of the database that is open, for what belongs into it: a job comes into the queue with its run, or not at all. */
export type Transaction = (
  text: string,
  values?: readonly unknown[],
) => Promise<{ readonly rows: Record<string, unknown>[] }>;

/** What a worker does with the jobs of a queue. What throws is tried again after a while, more and more seldom. */
export type Handlers = {
  /** `given back`: nothing went wrong, but another worker is to make it. */
  readonly make: (run: number, number: number) => Promise<'made' | 'given back'>;
  /** A batch that was tried as often as may be: its contracts are settled as failed. */
  readonly bury: (run: number, number: number, reason: string) => Promise<void>;
  /** All batches of a run are settled: its manifest is to be written. */
  readonly finish: (run: number) => Promise<void>;
};

/** A batch on its way into the queue. */
export type QueuedBatch = Pick<Batch, 'run' | 'number'> & {
  /** What goes first: pages of a pack on average, so that no giant is left for the end. */
  readonly priority: number;
};

/** Hears of every try that failed, of those too that are tried again: for whoever counts them. */
export type OnFault = (thrown: unknown) => void;

/** Where jobs come into the queue of one program. */
export interface QueueInlet {
  /** Puts batches into the queue, as part of a transaction. */
  enqueue(batches: readonly QueuedBatch[], transaction: Transaction): Promise<void>;
  /** Puts the job into the queue that finishes a run, as part of a transaction. */
  enqueueFinish(run: number, transaction: Transaction): Promise<void>;
  close(): Promise<void>;
}

/** Hands out the batches of runs of one program, giants first. */
export interface Queue extends QueueInlet {
  /** Works until the signal: what is under hand then is awaited, and nothing more is taken. */
  work(handlers: Handlers, signal: AbortSignal): Promise<void>;
}

/** Queue or records cannot be used, or not by this program: `message` names them, never a secret. Exit code 3. */
export class QueueFault extends Error {
  override name = 'QueueFault';
}
