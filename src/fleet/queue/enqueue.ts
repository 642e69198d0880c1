import type { QueuedBatch, Transaction } from '../records.ts';
import type { Boss, Executor } from './boss.ts';
import type { Names } from './names.ts';

/** What a job says: a batch, or without a number a run that is to be finished. */
export type JobData = { readonly run: number; readonly number?: number };

/** Jobs that one statement brings. */
const atOnce = 1000;

export async function enqueueBatches(
  boss: Boss,
  { jobs }: Names,
  batches: readonly QueuedBatch[],
  transaction: Transaction,
): Promise<void> {
  const options = { db: executorOf(transaction) };
  for (let at = 0; at < batches.length; at += atOnce) {
    const some = batches.slice(at, at + atOnce);
    await boss.insert(
      jobs,
      some.map(({ run, number, priority }) => ({ data: { run, number } satisfies JobData, priority })),
      options,
    );
  }
}

/** Beyond the pages of any pack: a run that only wants its manifest does not wait for the batches of others. */
const first = 1_000_000;

export async function enqueueFinish(
  boss: Boss,
  { jobs }: Names,
  run: number,
  transaction: Transaction,
): Promise<void> {
  const job = { data: { run } satisfies JobData, priority: first };
  await boss.insert(jobs, [job], { db: executorOf(transaction) });
}

function executorOf(transaction: Transaction): Executor {
  return { executeSql: (text, values) => transaction(text, values) };
}
