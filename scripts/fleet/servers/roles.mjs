import { readFileSync } from 'node:fs';
import { annexWell } from '../annex.mjs';

const roles = new URL('../../../docs/fleet/roles.sql', import.meta.url);

/** Creates tables, and roles that may do what docs/fleet/roles.sql says; how each of them connects. */
export async function prepareDatabase(postgres) {
  await annexWell(['pack', '--prepare', '--queue', postgres.url('postgres')], postgres.environment);
  postgres.sql(readFileSync(roles, 'utf8'));
  const names = ['annex_planner', 'annex_worker', 'annex_reader'];
  for (const name of names) postgres.sql(`alter role ${name} login password '${postgres.password}'`);
  const [planner, worker, reader] = names.map((name) => postgres.url(name));
  return { planner, worker, reader };
}
