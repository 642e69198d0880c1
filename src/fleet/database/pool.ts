import pg from 'pg';
import type { QueueUrl } from '../queue-url.ts';
import type { OnFault, Transaction } from '../records.ts';
import { faultOf } from './faults.ts';
import { patiently } from './patience.ts';

/** Connections to the database of a run. */
export type Database = {
  /** Runs a statement that may run twice: where the connection fails, it is tried again. Throws QueueFault. */
  readonly query: Transaction;
  /** Runs a transaction that may run twice, as `query` does. */
  readonly transact: <T>(action: (transaction: Transaction) => Promise<T>) => Promise<T>;
  /** Runs a transaction once: for what cannot be read a second time. Throws QueueFault. */
  readonly transactOnce: <T>(action: (transaction: Transaction) => Promise<T>) => Promise<T>;
  /** Safe to print. */
  readonly label: string;
  readonly close: () => Promise<void>;
};

/** A worker settles one batch while it makes another. */
const mostConnections = 3;

/** Milliseconds. All but one of the statements take some; that one forgets the million contracts of a run. */
const longestQuery = 120_000;

/** Opens no connection yet. */
export function openDatabase({ href, label }: QueueUrl, onFault: OnFault = () => {}): Database {
  const pool = new pg.Pool({
    connectionString: href,
    max: mostConnections,
    application_name: 'annex',
    connectionTimeoutMillis: 10_000,
    // A host that is cut off says nothing: who waits for it would wait for ever.
    query_timeout: longestQuery,
    keepAlive: true,
  });
  // A connection that rests in the pool and is cut off says so here; the next one is a new one.
  pool.on('error', onFault);
  const once = <T>(action: (transaction: Transaction) => Promise<T>) => inTransaction(pool, action);
  return {
    label,
    query: (text, values) => guard(label, () => patiently(() => pool.query(text, spread(values)), onFault)),
    transact: (action) => guard(label, () => patiently(() => once(action), onFault)),
    transactOnce: (action) => guard(label, () => once(action)),
    close: () => pool.end(),
  };
}

async function inTransaction<T>(pool: pg.Pool, action: (transaction: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // Without a listener, a connection that is cut off between two statements would end the process.
  let cut: Error | undefined;
  const onCut = (error: Error): void => {
    cut = error;
  };
  client.on('error', onCut);
  try {
    await client.query('BEGIN');
    const result = await action((text, values) => client.query(text, spread(values)));
    await client.query('COMMIT');
    return result;
  } catch (thrown) {
    await client.query('ROLLBACK').catch((error: Error) => {
      cut ??= error;
    });
    throw thrown;
  } finally {
    client.off('error', onCut);
    client.release(cut);
  }
}

function spread(values: readonly unknown[] | undefined): unknown[] {
  return values === undefined ? [] : [...values];
}

async function guard<T>(label: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (thrown) {
    throw faultOf(label, thrown);
  }
}
