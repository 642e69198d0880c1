import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { unsealBundle } from '../fleet/bundle/unseal.ts';
import { planFleet } from '../fleet/worker/fixture.ts';
import { work } from '../fleet/worker/worker.ts';
import { openContracts } from '../pack/choice.ts';
import type { Contract } from '../pack/contract.ts';
import type { PackManifest } from '../pack/manifest.ts';
import { openBundled, recordSources } from '../runs/opening/bundled.ts';
import { openDesk } from '../runs/opening/press.ts';
import { answerTo } from './answer.ts';

/*
 * Packs that a worker makes from a bundle, beside those that a run on one machine makes from the folder: the same bytes. Queue,
 * records and store are in memory here; scripts/fleet has real ones.
 */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const world = join(import.meta.dirname, 'cases', 'two-languages');
const rows = [
  'C-1,Nordwind & Söhne <b>,en,mail,2026-03-01,Lille',
  'C-2,Acme SA,fr,mail,2026-03-02,',
  `C-3,${'long name '.repeat(90)},en,mail,2026-03-01,`,
  'C-4,🙂 Ltd,en,mail,2026-03-01,',
  'C-5,Globex,fr,mail,2026-03-05,Nice',
];
let workspace: string;
let local: PackManifest;

beforeAll(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'annex-fleet-'));
  cpSync(world, workspace, { recursive: true, filter: (source) => !source.endsWith('expected') });
  writeFileSync(
    join(workspace, 'data/contracts.csv'),
    `${['contract,customer,language,products,date,site', ...rows].join('\n')}\n`,
  );
  await answerTo(['pack', '--workspace', workspace]);
  local = JSON.parse(readFileSync(join(workspace, 'output/packs/manifest.json'), 'utf8'));
});
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

/** Plans a run of all contracts in two batches, as `annex pack --queue` does, but into memory. */
async function plan() {
  const recorded = recordSources(workspace, undefined);
  const catalogue = recorded.opened.catalogue!;
  const { offer } = openDesk(recorded.opened, catalogue, undefined);
  const { contracts, columns, path } = openContracts(workspace, catalogue.language, {}, offer);
  const sound = [...contracts()].map(({ contract }) => contract as Contract);
  const fleet = await planFleet([sound.slice(0, 3), sound.slice(3)]);
  const { digest, pieces } = recorded.seal(columns)!;
  await fleet.store.put(digest, pieces);
  const run = { ...fleet.records.runs.get(1)!, bundle: digest, columns, contractsPath: path };
  fleet.records.runs.set(1, run);
  return { ...fleet, run, tools: { ...fleet.tools, openPress: openBundled } };
}

const shift = { stop: new AbortController().signal, grace: 20, untilDone: false };

describe('a worker that has a bundle and no workspace', () => {
  it('lists every contract as a run on one machine does, word by word', async () => {
    const { tools, records } = await plan();
    await work(tools, shift);
    const packs = records.settledPacks.map(({ pack }) => pack);
    const inOrder = packs.toSorted((a, b) => a.line! - b.line!);
    expect(JSON.parse(JSON.stringify(inOrder))).toEqual(local.packs);
    expect(inOrder.map(({ state }) => state)).toEqual(['made', 'made', 'held', 'held', 'made']);
  });

  it('has put the same bytes into the store, and no others', async () => {
    const { tools, store, records, run } = await plan();
    await work(tools, shift);
    const objects = join(workspace, 'output/packs/objects');
    const made = readdirSync(objects, { recursive: true, encoding: 'utf8' }).filter(
      (path) => path.length > 60,
    );
    for (const path of made)
      expect(readFileSync(join(objects, path)).equals(store.objects.get(path.slice(2))!)).toBe(true);
    expect(made).toHaveLength(9);
    // Beside them the bundle that every fleet of the fixture begins with, that of the run, and two batches.
    expect(store.objects.size).toBe(made.length + 2 + records.batches.size);
    expect(store.objects.has(run.bundle)).toBe(true);
  });

  it('makes what was planned, whatever became of the workspace', async () => {
    const planned = await plan();
    const matrix = join(workspace, 'data/products/mail/matrix.csv');
    const before = readFileSync(matrix);
    writeFileSync(matrix, 'broken');
    try {
      await work(planned.tools, shift);
    } finally {
      writeFileSync(matrix, before);
    }
    const digests = planned.records.settledPacks.flatMap(({ pack }) =>
      pack.files.map(({ sha256 }) => sha256),
    );
    expect(digests.sort()).toEqual(
      local.packs.flatMap(({ files }) => files.map(({ sha256 }) => sha256)).sort(),
    );
  });
});

describe('the bundle of a run', () => {
  it('holds no contract and nothing of the output', async () => {
    const { store, run } = await plan();
    const seen = unsealBundle(store.objects.get(run.bundle)!);
    const paths = [...seen.files.keys()];
    expect(paths.filter((path) => /contracts|output/.test(path))).toEqual([]);
    expect(paths).toContain('workspace/data/products/mail/matrix.csv');
    expect(paths).toContain('workspace/templates/pack.hbs');
    expect([...seen.packages.keys()].every((name) => name.includes('font'))).toBe(true);
    expect(seen.packages.size).toBeGreaterThan(0);
  });

  it('is the same however often the workspace is read', async () => {
    const [one, other] = [await plan(), await plan()];
    expect(one.run.bundle).toBe(other.run.bundle);
  });

  it('changes with the workspace', async () => {
    const { run } = await plan();
    const yaml = join(workspace, 'data/products/mail/product.yaml');
    const before = readFileSync(yaml);
    writeFileSync(yaml, `${before}# a comment\n`);
    const changed = await plan();
    writeFileSync(yaml, before);
    expect(changed.run.bundle).not.toBe(run.bundle);
  });
});

describe('annex worker is not understood', () => {
  const queue = 'postgres://annex@127.0.0.1/packs';
  beforeAll(() => void vi.stubEnv('ANNEX_QUEUE', ''));
  afterAll(() => void vi.unstubAllEnvs());

  it.each([
    ['without a store', ['--queue', queue], 'annex worker needs --store'],
    ['without a queue', ['--store', '/x'], 'No queue is named'],
    ['with a host and no port', ['--store', '/x', '--queue', queue, '--host', '0.0.0.0'], 'name both'],
    ['with a grace that is none', ['--store', '/x', '--queue', queue, '--grace', 'long'], "found 'long'"],
    ['with a port that is none', ['--store', '/x', '--queue', queue, '--port', '70000'], '--port takes'],
  ])('%s', async (_, words, says) => {
    const { code, err } = await answerTo(['worker', ...words]);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });

  it('with a password in it, which is not said again', async () => {
    const named = ['--store', '/x', '--queue', 'postgres://annex:tops3cret@127.0.0.1/packs'];
    const { code, text } = await answerTo(['worker', ...named]);
    expect(code).toBe(2);
    expect(text).toContain('PGPASSFILE');
    expect(text).not.toContain('tops3cret');
  });
});
