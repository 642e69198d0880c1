import { folderOf } from '../../pack/names.ts';
import { shardOf } from '../manifest/tree.ts';
import type { QueueUrl } from '../queue-url.ts';
import type { OnFault, Queue, Records } from '../records.ts';
import { giveBatchBack, noteTrying, settleBatch, takeBatch } from './batches.ts';
import { checkTables } from './install.ts';
import { type Database, openDatabase } from './pool.ts';
import { finishRun, readKnown, readOpenRuns, readPacks, readRun } from './runs.ts';

/**
 * Opens what is known of runs, in a database whose tables are there. What fails for a moment, such as a restart of the server,
 * is tried again for some minutes. Throws QueueFault.
 *
 * @param queue gets the job that finishes a run, when its last batch is settled
 */
export async function openRecords(
  url: QueueUrl,
  queue: Pick<Queue, 'enqueueFinish'>,
  onFault?: OnFault,
): Promise<Records> {
  const database = openDatabase(url, onFault);
  try {
    await checkTables(database);
  } catch (fault) {
    await database.close();
    throw fault;
  }
  return recordsOf(database, queue);
}

function recordsOf(database: Database, queue: Pick<Queue, 'enqueueFinish'>): Records {
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
