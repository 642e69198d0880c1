import { readFileSync } from 'node:fs';
import { annexWell } from '../annex.mjs';

/** A page of the documentation. */
const read = (name) => readFileSync(new URL(`../../../docs/fleet/${name}`, import.meta.url), 'utf8');

/** Creates tables, and roles that may do what docs/fleet/roles.sql says; how each of them connects. */
export async function prepareDatabase(postgres) {
  await annexWell(['pack', '--prepare', '--queue', postgres.url('postgres')], postgres.environment);
  postgres.sql(read('roles.sql') + read('passwords.sql'));
  const of = (role) => postgres.url(`annex_${role}`);
  return { planner: of('planner'), worker: of('worker'), reader: of('reader') };
}
