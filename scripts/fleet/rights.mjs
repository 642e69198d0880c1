// Holds docs/fleet/roles.sql to its word: what each role must not do, it is refused. That its rights suffice is what
// check.mjs shows, whose planner and workers have no others.
//   node scripts/fleet/rights.mjs
import { findNode } from './annex.mjs';
import { findPostgres, Postgres } from './servers/postgres.mjs';
import { prepareDatabase } from './servers/roles.mjs';

if (findNode() === undefined || findPostgres() === undefined) {
  console.log(
    'SKIPPED: no Node that the queue runs on, or no PostgreSQL. bash scripts/fleet/set-up.sh installs them.',
  );
  process.exit(process.env.CI === 'true' ? 1 : 0);
}

/** Whose customers a fleet has nothing to do with. */
const others = `
  create schema billing;
  create table billing.invoice (customer text);
  insert into billing.invoice values ('Acme');
`;

const nobodyMay = [
  'drop schema annex cascade',
  'drop schema annex_queue cascade',
  'drop table annex.pack',
  'truncate annex.pack',
  'alter table annex.run add column mine text',
  'create table annex.mine ()',
  'create table annex_queue.mine ()',
  'create table public.mine ()',
  'create schema mine',
  'create role mine',
  "update annex.pack set state = 'made'",
  'delete from annex.pack',
  'delete from annex.held',
  'update annex.version set version = 0',
  'select * from billing.invoice',
  'select rolpassword from pg_authid',
];

const refused = {
  annex_planner: [
    ...nobodyMay,
    "insert into annex.pack values ('c', 1, 1, '00', 1, 'made', 1, '{}')",
    'update annex.batch set settled_at = now()',
    'update annex.run set finished_at = now()',
    'delete from annex_queue.job',
  ],
  annex_worker: [
    ...nobodyMay,
    'delete from annex.run',
    'delete from annex.batch',
    "insert into annex.run (program, bundle, contracts_path, columns) values ('', '', '', '{}')",
    "update annex.batch set object = ''",
    "update annex.run set bundle = ''",
  ],
  annex_reader: [
    ...nobodyMay,
    'delete from annex.run',
    'update annex.batch set settled_at = now()',
    'select * from annex_queue.job',
  ],
};

const postgres = await Postgres.start();
let failures = 0;
let asked = 0;
try {
  await prepareDatabase(postgres);
  postgres.sql(others);
  for (const [role, statements] of Object.entries(refused)) {
    for (const statement of statements) {
      asked++;
      // A word that is misspelt here is refused too: only the lack of a right counts.
      const { status, stderr } = postgres.ask(`begin; ${statement}; rollback;`, role);
      if (status !== 0 && /permission denied|must be owner/.test(stderr)) continue;
      failures++;
      console.error(`FAILED: ${role} was not refused: ${statement}\n${stderr}`);
    }
  }
} finally {
  postgres.stop();
}
console.log(`${asked} statements that roles must not run, ${failures} of them not refused.`);
process.exitCode = failures === 0 ? 0 : 1;
