import type { ListedPack } from '../../pack/manifest.ts';
import { folderOf } from '../../pack/names.ts';
import { shardOf } from '../manifest/tree.ts';
import type { RunCounts } from '../progress.ts';
import type { QueueUrl } from '../queue-url.ts';
import type { OnFault, QueueInlet, Records } from '../records.ts';
import { giveBatchBack, noteTrying, settleBatch, takeBatch } from './batches.ts';
import { checkTables, installTables } from './install.ts';
import { draftRun, forgetRuns, type RunDraft, type RunHead } from './plan.ts';
import { type Database, openDatabase } from './pool.ts';
import { finishRun, readKnown, readOpenRuns, readPacks, readRun } from './runs.ts';
import { readCounts, readWithoutPack } from './status.ts';

/**
 * Opens what is known of runs, in a database whose tables are there. What fails for a moment, such as a restart of the server,
 * is tried again for some minutes. Throws QueueFault.
 *
 * @param queue gets the job that finishes a run, when its last batch is settled
 */
export async function openRecords(
  url: QueueUrl,
  queue: Pick<QueueInlet, 'enqueueFinish'>,
  onFault?: OnFault,
): Promise<Records> {
  return recordsOf(await openChecked(url, onFault), queue);
}

/** Where runs are planned, and asked how far they are. */
export type RunDesk = {
  readonly draft: <T>(head: RunHead, plan: (draft: RunDraft) => Promise<T>) => Promise<T>;
  /** Of the runs that are through, keeps so many. */
  readonly forget: (keep: number) => Promise<void>;
  readonly counts: (run: number | undefined) => Promise<RunCounts | undefined>;
  readonly withoutPack: (run: number) => Promise<readonly ListedPack[]>;
  readonly close: () => Promise<void>;
};

/** Throws QueueFault. */
export async function openRunDesk(url: QueueUrl): Promise<RunDesk> {
  const database = await openChecked(url);
  return {
    draft: (head, plan) => draftRun(database, head, plan),
    forget: (keep) => forgetRuns(database, keep),
    counts: (run) => readCounts(database, run),
    withoutPack: (run) => readWithoutPack(database, run),
    close: () => database.close(),
  };
}

/** Creates the tables of runs, or brings older ones up to date. Throws QueueFault. */
export async function prepareRecords(url: QueueUrl): Promise<void> {
  const database = openDatabase(url);
  try {
    await installTables(database);
  } finally {
    await database.close();
  }
}

/** A database that cannot be reached at all, or has no tables, is told at once. */
async function openChecked(url: QueueUrl, onFault?: OnFault): Promise<Database> {
  const database = openDatabase(url, onFault);
  try {
    await checkTables(database);
    return database;
  } catch (fault) {
    await database.close();
    throw fault;
  }
}

function recordsOf(database: Database, queue: Pick<QueueInlet, 'enqueueFinish'>): Records {
  const { query } = database;
  return {
    run: (id) => readRun(query, id),
    openRuns: () => readOpenRuns(query),
    take: (run, number) => takeBatch(query, run, number),
    known: async (run, contracts) => {
      const folders = new Map(contracts.map((id) => [keyOf(id), id]));
      const found = await readKnown(query, run, [...folders.keys()]);
      return new Map([...found].map(([folder, entry]) => [folders.get(folder)!, entry]));
    },
    trying: (batch, contract) => noteTrying(query, batch, contract),
    giveBack: (batch) => giveBatchBack(query, batch),
    settle: (batch, packs) => {
      const listed = packs.map((settled) => ({
        ...settled,
        shard: shardOf(settled.pack.contract),
        key: keyOf(settled.pack.contract),
      }));
      return database.transact(async (transaction) => {
        const outcome = await settleBatch(transaction, batch, listed);
        if (outcome === 'last') await queue.enqueueFinish(batch.run, transaction);
        return outcome !== 'before';
      });
    },
    packs: (run) => readPacks(database, run),
    finish: (run, manifest) => finishRun(query, run, manifest),
    close: () => database.close(),
  };
}

/** As in a ledger that is a file: contracts that would lie in one folder are one. */
function keyOf(contract: string): string {
  return folderOf({ id: contract });
}
