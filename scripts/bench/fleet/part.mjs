// Packs by workers through a real PostgreSQL and a real S3 server, beside a plain run of the same contracts in a folder. All
// stand on this machine, so that two workers share its cores with both servers.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { annexWell, commandOf } from '../../fleet/annex.mjs';
import { writeContracts } from '../../fleet/check/contracts.mjs';
import { Bucket } from '../../fleet/servers/bucket.mjs';
import { missingServers } from '../../fleet/servers/missing.mjs';
import { Postgres } from '../../fleet/servers/postgres.mjs';
import { prepareDatabase } from '../../fleet/servers/roles.mjs';
import { withScratch } from '../measuring/scratch.mjs';
import { products } from '../packs/contracts.mjs';
import { growWorkspace } from '../workspaces/grown.mjs';

const usage = fileURLToPath(new URL('../measuring/usage.mjs', import.meta.url));

export const title =
  'Packs by a fleet: one worker and two, through queue and store, beside a run in a folder';

export async function measure({ quick }) {
  const missing = missingServers();
  if (missing.length > 0) {
    const lacking = missing.map((what) => ({ what, installedBy: 'npm run setup:checks' }));
    return { about: 'not measured', columns: [], rows: [], ratios: [], missing: lacking };
  }
  useAllCores();
  return withScratch((scratch) => compare(scratch, quick ? 2000 : 8000));
}

/** A part of the bench is on one core, and so would be all that it starts. */
function useAllCores() {
  spawnSync('taskset', ['-apc', `0-${cpus().length - 1}`, String(process.pid)]);
}

async function compare(scratch, count) {
  const workspace = await growWorkspace(join(scratch, 'workspace'), products);
  const table = join(scratch, 'contracts.csv');
  await writeContracts(table, count);
  const pack = ['pack', '-w', workspace, '--contracts', table];
  const alone = await time([...pack, '--out', join(scratch, 'alone')], scratch);
  const one = await byWorkers(1, pack, scratch);
  const two = await byWorkers(2, pack, scratch);
  const again = await time([...pack, '--out', join(scratch, 'again')], scratch);
  // Before and after, so that a machine that grows slower is so for all.
  const plain = alone.seconds < again.seconds ? alone : again;
  const rate = ({ seconds }) => count / seconds;
  const row = (name, { seconds, milliseconds, megabytes }) => [
    name,
    (count / seconds).toFixed(0),
    (milliseconds / count).toFixed(2),
    megabytes.toFixed(0),
  ];
  return {
    about: `${count} contracts of 1-3 products over 20 sets; seconds from the start of a process to its last pack`,
    columns: ['', 'packs a second', 'ms of processor a pack', 'peak MB'],
    rows: [row('In a folder', plain), row('One worker', one), row('Two workers', two)],
    ratios: [
      { id: 'fleet-one-worker-of-plain', value: rate(one) / rate(plain), atLeast: 0.8 },
      { id: 'fleet-two-workers-of-one', value: rate(two) / rate(one), atLeast: 1.25 },
    ],
    missing: [],
  };
}

/** A run by workers, on servers of its own: no pack of another run is there to be used again. */
async function byWorkers(workers, pack, scratch) {
  const postgres = await Postgres.start();
  const bucket = await Bucket.start();
  try {
    const environment = { ...postgres.environment, ...bucket.environment };
    const roles = await prepareDatabase(postgres);
    await annexWell([...pack, '--queue', roles.planner, '--store', bucket.url()], environment, [0, 1]);
    const words = ['worker', '--queue', roles.worker, '--store', bucket.url(), '--until-done'];
    const spent = await Promise.all(
      Array.from({ length: workers }, (_, i) => time(words, scratch, environment, i)),
    );
    return {
      seconds: Math.max(...spent.map(({ seconds }) => seconds)),
      milliseconds: spent.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
      megabytes: Math.max(...spent.map(({ megabytes }) => megabytes)),
    };
  } finally {
    postgres.stop();
    await bucket.stop();
  }
}

/** Runs the command; seconds are those to its end, or of a worker to the last batch that it settled. */
function time(words, scratch, environment = {}, number = 0) {
  const [program, args] = commandOf(words, [usage]);
  const file = join(scratch, `usage-${number}.json`);
  const begun = performance.now();
  const child = spawn(program, args, {
    env: { ...process.env, ...environment, BENCH_USAGE: file },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let settled;
  const said = [];
  createInterface({ input: child.stderr }).on('line', (text) => {
    said.push(text);
    if (text.includes('"batch settled"')) settled = performance.now();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code > 1) return reject(new Error(`annex ${words[0]} ended with ${code}:\n${said.join('\n')}`));
      const seconds = ((settled ?? performance.now()) - begun) / 1000;
      resolve({ seconds, ...JSON.parse(readFileSync(file, 'utf8')) });
    });
  });
}
