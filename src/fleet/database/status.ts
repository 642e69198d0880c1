import type { ListedPack } from '../../pack/manifest.ts';
import type { RunCounts } from '../progress.ts';
import type { Database } from './pool.ts';

/** Seconds of the past that the rate of a run is measured over. */
const lately = 300;

/** What a person reads of contracts without a pack; the manifest lists all. */
const mostShown = 20;

/**
 * What is counted of a run, of its batches alone: some thousand rows, however many contracts there are. Without an id, of the
 * run that was planned last; undefined where there is none.
 */
export async function readCounts(database: Database, id: number | undefined): Promise<RunCounts | undefined> {
  const { rows } = await database.query(
    `SELECT run.id, run.program, run.read, run.held AS held_at_rows, run.batches, run.manifest,
       run.planned_at, run.finished_at, now() AS now, counted.*
     FROM annex.run
     CROSS JOIN LATERAL (
       SELECT
         count(*) AS batch_rows,
         count(settled_at) AS settled,
         count(*) FILTER (WHERE settled_at IS NULL AND taken_at IS NOT NULL) AS under_hand,
         count(*) FILTER (WHERE settled_at IS NULL AND attempts > 1) AS tried_again,
         coalesce(sum(contracts), 0) AS contracts,
         coalesce(sum(made), 0) AS made,
         coalesce(sum(reused), 0) AS reused,
         coalesce(sum(held), 0) AS held,
         coalesce(sum(failed), 0) AS failed,
         min(taken_at) AS first_taken,
         max(settled_at) AS last_settled,
         coalesce(sum(contracts) FILTER (WHERE settled_at > now() - make_interval(secs => $2)), 0) AS settled_lately
       FROM annex.batch WHERE batch.run = run.id
     ) AS counted
     WHERE run.id = coalesce($1, (SELECT max(id) FROM annex.run))`,
    [id ?? null, lately],
  );
  return rows[0] && toCounts(rows[0]);
}

type Row = Readonly<Record<string, unknown>>;

function toCounts(row: Row): RunCounts {
  const count = (name: string) => Number(row[name]);
  const moment = (name: string) => (row[name] as Date | null) ?? undefined;
  return {
    run: count('id'),
    program: String(row.program),
    read: count('read'),
    inBatches: count('contracts'),
    batches: count('batches'),
    settledBatches: count('settled'),
    underHand: count('under_hand'),
    triedAgain: count('tried_again'),
    made: count('made'),
    reused: count('reused'),
    held: count('held_at_rows') + count('held'),
    failed: count('failed'),
    settledLately: count('settled_lately'),
    lately,
    now: row.now as Date,
    planned: row.planned_at as Date,
    firstTaken: moment('first_taken'),
    lastSettled: moment('last_settled'),
    finished: moment('finished_at'),
    manifest: (row.manifest as string | null) ?? undefined,
  };
}

/** The first contracts of a run, by line, that came to no pack. */
export async function readWithoutPack(database: Database, run: number): Promise<readonly ListedPack[]> {
  const { rows } = await database.query(
    `SELECT listed FROM (
       (SELECT line, listed FROM annex.pack WHERE run = $1 AND state IN ('held', 'failed') ORDER BY line LIMIT $2)
       UNION ALL
       (SELECT line, listed FROM annex.held WHERE run = $1 ORDER BY line LIMIT $2)
     ) AS without ORDER BY line LIMIT $2`,
    [run, mostShown],
  );
  return rows.map(({ listed }) => listed as ListedPack);
}
