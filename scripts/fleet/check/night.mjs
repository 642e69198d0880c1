import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { products } from '../../bench/packs/contracts.mjs';
import { growWorkspace } from '../../bench/workspaces/grown.mjs';
import { annex } from '../annex.mjs';
import { chance } from '../servers/chance.mjs';
import { prepareDatabase } from '../servers/roles.mjs';
import { comparePacks, proveObjects, readPacks } from './compare.mjs';
import { poisonOf, writeContracts } from './contracts.mjs';
import { Workers } from './workers.mjs';

const poisonModule = fileURLToPath(new URL('poison.mjs', import.meta.url));

/** Seconds for a contract, and for what waits for a heartbeat or a pause to pass. */
const patience = { contract: 0.2, waiting: 900 };

/** A quick night has no poison, which waits for a heartbeat at each of its deaths, and few kills. */
const fewKills = 3;

/** A run of packs by a fleet in a bad night, and by one machine in a good one. */
export class Night {
  failures = [];

  constructor(world) {
    Object.assign(this, world);
    this.begun = performance.now();
    this.kills = this.quick ? fewKills : Number.POSITIVE_INFINITY;
    this.environment = { ...this.postgres.environment, ...this.bucket.environment };
    this.store = this.bucket.url(this.line.endpoint);
    this.poison = this.quick ? undefined : poisonOf(this.contracts);
  }

  /** What went wrong, in sentences. */
  async pass() {
    const workspace = await growWorkspace(join(this.folder, 'workspace'), products);
    const table = join(this.folder, 'contracts.csv');
    this.held = await writeContracts(table, this.contracts);
    const pack = ['pack', '-w', workspace, '--contracts', table];
    await this.run([...pack, '--out', join(this.folder, 'alone')], 1);
    this.say(`one machine made ${this.contracts} contracts, but for ${this.held} that are held`);
    const roles = await prepareDatabase(this.postgres);
    await this.run([...pack, '--queue', roles.planner, '--store', this.store], 1);
    await this.work(roles);
    await this.run(['pack', '--collect', '1', '--store', this.store, '--out', join(this.folder, 'fleet')], 1);
    this.count();
    this.compare();
    await this.tryForbidden();
    return this.failures;
  }

  async work(roles) {
    const words = ['worker', '--queue', roles.worker, '--store', this.store];
    const swallowed = this.poison && { ANNEX_POISON: poisonWordOf(this.poison) };
    const crew = new Workers(words, { ...this.environment, ...swallowed }, this.poison ? [poisonModule] : []);
    crew.start(this.workers);
    let codes;
    try {
      await this.disturb(crew, roles.reader);
    } finally {
      codes = await crew.stop();
    }
    this.expect('exit codes of workers that are asked to end', codes, Array(this.workers).fill(0));
    this.say(`${crew.killed} workers were killed; by themselves ended: ${crew.ended.join(' ')}`);
    this.say(`the line to the store: ${JSON.stringify(await this.line.counts())}`);
    if (this.failures.length > 0) this.say(crew.lines.join('\n'));
  }

  /** Kills workers at random, and restarts the database when a third, and when two thirds, are through. */
  async disturb(crew, queue) {
    const draw = chance(this.seed);
    const restarts = ['fast', 'immediate'];
    const seconds = this.contracts * patience.contract + patience.waiting;
    for (let second = 0, next = 5; second < seconds; second++) {
      await setTimeout(1000);
      const through = await this.countThrough(queue);
      if (through === 'all') return;
      if (restarts.length > 0 && through >= (this.contracts * (3 - restarts.length)) / 3) {
        const mode = restarts.shift();
        this.postgres.restart(mode);
        this.say(`${through} are through; PostgreSQL was restarted (${mode})`);
      }
      if (second < next || crew.killed === this.kills) continue;
      crew.kill(draw);
      next = second + 4 + Math.floor(draw() * 12);
    }
    throw new Error(`Not through in ${seconds} s. Workers said:\n${crew.lines.join('\n')}`);
  }

  async countThrough(queue) {
    const { code, out, err } = await annex(
      ['pack', '--status', '1', '--queue', queue, '--json'],
      this.environment,
    );
    // Node ends with 1 too, where it finds no program.
    if (out === '') throw new Error(`annex pack --status ended with ${code}: ${err}`);
    const { state, reconciliation } = JSON.parse(out);
    return state === 'done' ? 'all' : reconciliation.read - reconciliation.open;
  }

  /** Every contract once: in the database, and in the manifest. */
  count() {
    const { contracts, held, poison } = this;
    const failed = poison === undefined ? 0 : 1;
    const expected = { made: contracts - held - failed, held, failed };
    const states = this.postgres.sql(`select state, count(*) from (
      select state from annex.pack where run = 1 union all select 'held' from annex.held where run = 1
    ) as accounted group by state`);
    const counted = Object.fromEntries(states.map(([state, packs]) => [state, Number(packs)]));
    this.expect('what the database counts', { made: 0, held: 0, failed: 0, ...counted }, expected);
    const packs = readPacks(join(this.folder, 'fleet', 'packs'));
    this.expect('contracts in the manifest', packs.size, contracts);
    if (poison === undefined) return;
    const { state, line, reason } = packs.get(poison.id);
    this.expect('the contract of which workers die', state, 'failed');
    this.say(`line ${line}, ${poison.id}: ${reason}`);
  }

  /** The bytes of the fleet are those of the machine that was alone, and nothing in the bucket is half of anything. */
  compare() {
    const [alone, fleet] = ['alone', 'fleet'].map((name) => join(this.folder, name, 'packs'));
    const { files, differences } = comparePacks(alone, fleet, this.poison?.id);
    this.say(`${files} files were compared byte for byte`);
    this.failures.push(...differences.slice(0, 20));
    const { count, torn } = proveObjects(
      join(this.bucket.folder, 'data', this.bucket.name, 'nights', 'objects'),
    );
    this.say(`${count} objects are in the bucket, each the bytes of its name`);
    this.expect('objects that are not what their names say', torn, []);
  }

  /** What docs/fleet/bucket-policy.json leaves out, workers may not do. */
  async tryForbidden() {
    const requests = [
      ['DELETE', '/nights/runs/1/manifest.json'],
      ['PUT', '/elsewhere', 'x'],
      ['GET', '/elsewhere'],
      ['GET', '?policy'],
      ['PUT', '?policy', '{}'],
    ];
    for (const [method, path, body] of requests) {
      const { status } = await this.bucket.answer(method, path, body, this.bucket.worker);
      this.expect(`${method} ${path} with the keys of a worker`, status, 403);
    }
    this.say(`${requests.length} requests that keys of workers have no right to were refused`);
  }

  async run(words, expected) {
    const { code, out, err } = await annex(words, this.environment);
    if (code !== expected || out === '')
      throw new Error(`annex ${words.join(' ')} ended with ${code}:\n${err}${out}`);
    this.say(`annex ${words[0]}: ${out.trim().split('\n').at(-1)}`);
  }

  expect(what, found, expected) {
    if (JSON.stringify(found) === JSON.stringify(expected)) return;
    this.failures.push(`${what}: ${JSON.stringify(found)}, where ${JSON.stringify(expected)} was expected`);
  }

  say(text) {
    console.log(`${((performance.now() - this.begun) / 1000).toFixed(0).padStart(5)} s  ${text}`);
  }
}

/** A customer's name up to what markup writes otherwise. */
function poisonWordOf({ customer }) {
  return customer.split(' &')[0];
}
