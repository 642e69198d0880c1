import type { Batch, BatchPast, SettledPack, Transaction } from '../records.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * Hands out a batch and counts the attempt. A contract that is noted as under hand is one at which a worker died: nobody else
 * leaves the note.
 */
export async function takeBatch(
  query: Transaction,
  run: number,
  number: number,
): Promise<{ readonly batch: Batch; readonly past: BatchPast } | undefined> {
  const { rows } = await query(
    `UPDATE annex.batch
     SET attempts = attempts + 1,
         taken_at = now(),
         deaths = CASE WHEN trying IS NULL THEN deaths
           ELSE jsonb_set(deaths, ARRAY[trying], to_jsonb(coalesce((deaths ->> trying)::integer, 0) + 1)) END,
         trying = NULL
     WHERE run = $1 AND number = $2 AND settled_at IS NULL
     RETURNING contracts, pages, object, attempts, deaths`,
    [run, number],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const deaths = new Map(Object.entries(row.deaths as Readonly<Record<string, number>>));
  return { batch: readBatch(run, number, row), past: { attempt: Number(row.attempts), deaths } };
}

function readBatch(run: number, number: number, row: Row): Batch {
  return {
    run,
    number,
    contracts: Number(row.contracts),
    pages: Number(row.pages),
    object: String(row.object),
  };
}

export async function noteTrying(query: Transaction, { run, number }: Batch, contract: string) {
  await query('UPDATE annex.batch SET trying = $3 WHERE run = $1 AND number = $2 AND settled_at IS NULL', [
    run,
    number,
    contract,
  ]);
}

export async function giveBatchBack(query: Transaction, { run, number }: Batch) {
  await query('UPDATE annex.batch SET trying = NULL WHERE run = $1 AND number = $2', [run, number]);
}

/**
 * Notes what became of the contracts of a batch, where nobody did before.
 *
 * The rows of the batch come last but one and that of the run last: all workers wait for that one, for as long as it takes to
 * commit. It counts the batches, so that exactly one of them is the last.
 */
export async function settleBatch(
  query: Transaction,
  { run, number }: Batch,
  packs: readonly (SettledPack & { readonly shard: string; readonly key: string })[],
): Promise<'settled' | 'last' | 'before'> {
  const count = (state: string) => packs.filter(({ pack }) => pack.state === state).length;
  const settled = await query(
    `UPDATE annex.batch
     SET settled_at = now(), trying = NULL, made = $3, reused = $4, held = $5, failed = $6
     WHERE run = $1 AND number = $2 AND settled_at IS NULL
     RETURNING 1`,
    [run, number, count('made'), count('reused'), count('held'), count('failed')],
  );
  if (settled.rows.length === 0) return 'before';
  await query(
    `INSERT INTO annex.pack (run, batch, contract, shard, line, state, attempt, listed)
     SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::integer[], $6::text[], $7::integer[], $8::json[])`,
    [
      run,
      number,
      packs.map(({ key }) => key),
      packs.map(({ shard }) => shard),
      packs.map(({ pack }) => pack.line ?? null),
      packs.map(({ pack }) => pack.state),
      packs.map(({ attempt }) => attempt),
      packs.map(({ pack }) => JSON.stringify(pack)),
    ],
  );
  const counted = await query(
    'UPDATE annex.run SET settled = settled + 1 WHERE id = $1 RETURNING settled = batches AS is_last',
    [run],
  );
  return counted.rows[0]?.is_last === true ? 'last' : 'settled';
}
