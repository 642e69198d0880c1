import { QueueFault, type Transaction } from '../records.ts';
import type { Database } from './pool.ts';
import { schemaName, versions } from './schema.ts';

/** Any number that nobody else locks by: two who install at once do so one after the other. */
const lockNumber = 7_226_639_000;

/**
 * Creates the tables of runs, or brings those of an older program up to date; what is in them stays. The role has to own
 * them, or may create a schema. Throws QueueFault.
 */
export async function installTables(database: Database): Promise<void> {
  await database.transact(async (query) => {
    await query('SELECT pg_advisory_xact_lock($1)', [lockNumber]);
    const found = await readVersion(query);
    if (found > versions.length) throw tooNew(database.label, found);
    if (found === 0) await query(`CREATE SCHEMA IF NOT EXISTS ${schemaName}`);
    if (found === 0) await query(`CREATE TABLE ${schemaName}.version (version integer NOT NULL)`);
    for (const statements of versions.slice(found)) await query(statements);
    if (found === versions.length) return;
    await query(`DELETE FROM ${schemaName}.version`);
    await query(`INSERT INTO ${schemaName}.version VALUES ($1)`, [versions.length]);
  });
}

/** Looks once whether the tables are there and are those of this program. Throws QueueFault. */
export async function checkTables(database: Database): Promise<void> {
  const found = await database.transactOnce(readVersion);
  if (found > versions.length) throw tooNew(database.label, found);
  if (found === versions.length) return;
  const what =
    found === 0
      ? 'has no tables for runs yet'
      : `has tables of version ${found}; this program needs ${versions.length}`;
  throw new QueueFault(
    `The database ${database.label} ${what}. As a role that may create schemas: annex pack --prepare --queue URL`,
  );
}

/** 0 where nothing is installed. */
async function readVersion(query: Transaction): Promise<number> {
  const { rows } = await query('SELECT to_regclass($1) AS found', [`${schemaName}.version`]);
  if (rows[0]!.found === null) return 0;
  const versioned = await query(`SELECT version FROM ${schemaName}.version`);
  return Number(versioned.rows[0]?.version ?? 0);
}

function tooNew(label: string, found: number): QueueFault {
  return new QueueFault(
    `The database ${label} was prepared by a newer annex: its tables are of version ${found}, this program knows ${versions.length}.`,
  );
}
