import type { LedgerEntry } from '../../pack/ledger.ts';
import type { ListedPack } from '../../pack/manifest.ts';
import type { FleetRun, ShardedPack, Transaction } from '../records.ts';
import type { Database } from './pool.ts';

type Row = Readonly<Record<string, unknown>>;

const runColumns = 'id, program, bundle, brand, contracts_path, columns, read, held, batches';

export async function readRun(query: Transaction, id: number): Promise<FleetRun | undefined> {
  const { rows } = await query(`SELECT ${runColumns} FROM annex.run WHERE id = $1`, [id]);
  return rows[0] && toRun(rows[0]);
}

export async function readOpenRuns(query: Transaction): Promise<readonly FleetRun[]> {
  const { rows } = await query(`SELECT ${runColumns} FROM annex.run WHERE finished_at IS NULL ORDER BY id`);
  return rows.map(toRun);
}

function toRun(row: Row): FleetRun {
  return {
    id: Number(row.id),
    program: String(row.program),
    bundle: String(row.bundle),
    brand: (row.brand as string | null) ?? undefined,
    contractsPath: String(row.contracts_path),
    columns: row.columns as readonly string[],
    read: Number(row.read),
    held: Number(row.held),
    batches: Number(row.batches),
  };
}

/** What runs before this one noted last of contracts, by the folder of each; only of those that have a pack. */
export async function readKnown(
  query: Transaction,
  run: number,
  folders: readonly string[],
): Promise<ReadonlyMap<string, LedgerEntry>> {
  const { rows } = await query(
    `SELECT DISTINCT ON (contract) contract, run, attempt, listed
     FROM annex.pack
     WHERE contract = ANY($1::text[]) AND run < $2 AND state IN ('made', 'reused')
     ORDER BY contract, run DESC`,
    [folders, run],
  );
  return new Map(rows.map((row) => [String(row.contract), toEntry(row)]));
}

function toEntry(row: Row): LedgerEntry {
  const { contract, state, key, files } = row.listed as ListedPack;
  return { contract, run: Number(row.run), state, key, files, attempt: Number(row.attempt) };
}

/** Rows that are held at once. */
const atOnce = 1000;

/** Reads all contracts of a run in one pass: by shard, and in a shard by line. */
export async function* readPacks(database: Database, run: number): AsyncGenerator<ShardedPack> {
  let after: readonly [shard: string, line: number] = ['', -1];
  for (;;) {
    const { rows } = await database.query(pageOfPacks, [run, ...after, atOnce]);
    for (const row of rows) yield { shard: String(row.shard), line: String(row.listed) };
    if (rows.length < atOnce) return;
    const last = rows.at(-1)!;
    after = [String(last.shard), Number(last.line)];
  }
}

const pageOfPacks = `
  SELECT shard, line, listed::text AS listed FROM (
    (SELECT shard, line, listed FROM annex.pack WHERE run = $1 AND (shard, line) > ($2, $3)
     ORDER BY shard, line LIMIT $4)
    UNION ALL
    (SELECT shard, line, listed FROM annex.held WHERE run = $1 AND (shard, line) > ($2, $3)
     ORDER BY shard, line LIMIT $4)
  ) AS listed
  ORDER BY shard, line LIMIT $4`;

export async function finishRun(query: Transaction, run: number, manifest: string): Promise<void> {
  await query(
    'UPDATE annex.run SET finished_at = now(), manifest = $2 WHERE id = $1 AND finished_at IS NULL',
    [run, manifest],
  );
}
