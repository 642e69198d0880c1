// A night of a million contracts: what its planner holds in memory and how long it takes, what that is in the database, and how
// long --status takes before anything is made and when a million packs are settled.
//   node scripts/fleet/million.mjs [--contracts 1000000]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { products } from '../bench/packs/contracts.mjs';
import { growWorkspace } from '../bench/workspaces/grown.mjs';
import { commandOf, findNode } from './annex.mjs';
import { writeContracts } from './check/contracts.mjs';
import { settleAll } from './check/settled.mjs';
import { findPostgres, Postgres } from './servers/postgres.mjs';
import { prepareDatabase } from './servers/roles.mjs';

/** What issue 9 asks for. */
const most = { peak: 300e6, status: 1000 };

const { values } = parseArgs({ options: { contracts: { type: 'string', default: '1000000' } } });
const contracts = Number(values.contracts);

if (findNode() === undefined || findPostgres() === undefined) {
  console.log(
    'SKIPPED: no Node that the queue runs on, or no PostgreSQL. bash scripts/fleet/set-up.sh installs them.',
  );
  process.exit(process.env.CI === 'true' ? 1 : 0);
}

const peakModule = fileURLToPath(new URL('check/peak.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'annex-million-'));
const postgres = await Postgres.start();
const failures = [];
try {
  const workspace = await growWorkspace(join(folder, 'workspace'), products);
  const table = join(folder, 'contracts.csv');
  await writeContracts(table, contracts);
  const roles = await prepareDatabase(postgres);
  const store = join(folder, 'store');
  const words = ['pack', '-w', workspace, '--contracts', table, '--queue', roles.planner, '--store', store];
  const planned = run(words);
  hold('peak memory of the planner, bytes', planned.peak, most.peak);
  console.log(`planned in ${Math.round(planned.milliseconds / 1000)} s: ${planned.out.split('\n')[0]}`);
  report('planned', roles.reader);
  settleAll(postgres);
  report('settled', roles.reader);
} finally {
  postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
for (const failure of failures) console.error(`FAILED: ${failure}`);
process.exitCode = failures.length === 0 ? 0 : 1;

/**
 * What is in the database, and how long the command takes to tell how far the run is: the shortest of five times, for what
 * other programs of the machine take is not its.
 */
function report(when, queue) {
  const times = Array.from({ length: 5 }, () => run(['pack', '--status', '--queue', queue]));
  const shortest = Math.min(...times.map(({ milliseconds }) => milliseconds));
  hold(`--status when ${when}, milliseconds`, shortest, most.status);
  console.log(times[0].out.split('\n').slice(0, 3).join('\n'));
  const sizes = postgres.sql(`
    select schemaname || '.' || relname, pg_size_pretty(pg_total_relation_size(relid))
    from pg_stat_user_tables where pg_total_relation_size(relid) > 500000 order by pg_total_relation_size(relid) desc`);
  for (const [name, size] of sizes) console.log(`  ${name}: ${size}`);
}

/** Contracts at fault make it end with 1: what it says counts. */
function run(words) {
  const [program, args] = commandOf(words, [peakModule]);
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(program, args, {
    env: { ...process.env, ...postgres.environment },
    encoding: 'utf8',
  });
  const milliseconds = performance.now() - begun;
  const peak = Number(/^peak (\d+)$/m.exec(stderr)?.[1]);
  if (status > 1 || Number.isNaN(peak))
    throw new Error(`annex ${words.join(' ')} ended with ${status}:\n${stderr}`);
  return { out: stdout, peak, milliseconds };
}

function hold(what, found, limit) {
  console.log(`${what}: ${Math.round(found)} (at most ${limit})`);
  if (found >= limit) failures.push(`${what}: ${found}`);
}
