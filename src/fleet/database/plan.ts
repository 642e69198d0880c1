import type { ListedPack } from '../../pack/manifest.ts';
import type { Digest } from '../../store/store.ts';
import type { Batch, Transaction } from '../records.ts';
import type { Database } from './pool.ts';

/** What is known of a run before its contracts are read. */
export type RunHead = {
  readonly program: string;
  readonly bundle: Digest;
  readonly brand: string | undefined;
  readonly contractsPath: string;
  readonly columns: readonly string[];
};

/** A row of the table of contracts that is held, and the shard that lists it. */
export type HeldRow = { readonly shard: string; readonly pack: ListedPack };

/** A run that is being planned: nobody sees any of it until all of it is there. */
export type RunDraft = {
  readonly run: number;
  readonly transaction: Transaction;
  readonly addHeld: (rows: readonly HeldRow[]) => Promise<void>;
  readonly addBatches: (batches: readonly Batch[]) => Promise<void>;
  readonly close: (counts: { read: number; held: number; batches: number }) => Promise<void>;
};

/** Plans a run in one transaction: who is ended in the middle of it leaves nothing. Throws QueueFault. */
export function draftRun<T>(
  database: Database,
  head: RunHead,
  plan: (draft: RunDraft) => Promise<T>,
): Promise<T> {
  return database.transactOnce(async (query) => {
    const { rows } = await query(
      `INSERT INTO annex.run (program, bundle, brand, contracts_path, columns)
       VALUES ($1, $2, $3, $4, $5) RETURNING id`,
      [head.program, head.bundle, head.brand ?? null, head.contractsPath, head.columns],
    );
    const run = Number(rows[0]!.id);
    return plan({
      run,
      transaction: query,
      addHeld: (held) => insertHeld(query, run, held),
      addBatches: (batches) => insertBatches(query, batches),
      close: async ({ read, held, batches }) => {
        await query('UPDATE annex.run SET read = $2, held = $3, batches = $4 WHERE id = $1', [
          run,
          read,
          held,
          batches,
        ]);
      },
    });
  });
}

async function insertHeld(query: Transaction, run: number, held: readonly HeldRow[]): Promise<void> {
  await query(
    `INSERT INTO annex.held (run, shard, line, listed)
     SELECT $1, * FROM unnest($2::text[], $3::integer[], $4::json[])`,
    [
      run,
      held.map(({ shard }) => shard),
      held.map(({ pack }) => pack.line),
      held.map(({ pack }) => JSON.stringify(pack)),
    ],
  );
}

async function insertBatches(query: Transaction, batches: readonly Batch[]): Promise<void> {
  await query(
    `INSERT INTO annex.batch (run, number, contracts, pages, object)
     SELECT * FROM unnest($1::integer[], $2::integer[], $3::integer[], $4::integer[], $5::text[])`,
    [
      batches.map(({ run }) => run),
      batches.map(({ number }) => number),
      batches.map(({ contracts }) => contracts),
      batches.map(({ pages }) => pages),
      batches.map(({ object }) => object),
    ],
  );
}

/**
 * Forgets runs that are through, but for the last so many: what they made stays in the store, with their manifests. One after
 * the other, for each may take its millions of rows with it.
 */
export async function forgetRuns(database: Database, keep: number): Promise<void> {
  const { rows } = await database.query(
    'SELECT id FROM annex.run WHERE finished_at IS NOT NULL ORDER BY id DESC OFFSET $1',
    [keep],
  );
  for (const { id } of rows) await database.query('DELETE FROM annex.run WHERE id = $1', [id]);
}
