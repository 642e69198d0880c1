import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { shardOf } from '../fleet/manifest/tree.ts';
import { writeManifest } from '../fleet/manifest/write.ts';
import type { FleetRun } from '../fleet/records.ts';
import type { ListedPack, PackManifest } from '../pack/manifest.ts';
import { sharedFolder } from '../store/shared-folder.ts';
import { objectKey } from '../store/store.ts';
import { answerTo } from './answer.ts';

/* Packs that lie in a store, as workers leave them there, beside the folder of the run on one machine that made them. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const world = join(import.meta.dirname, 'cases', 'two-languages');
let workspace: string;
const at = (...path: string[]) => join(workspace, ...path);

beforeAll(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'annex-collect-'));
  cpSync(world, workspace, { recursive: true, filter: (source) => !source.endsWith('expected') });
  const rows = Array.from(
    { length: 12 },
    (_, i) => `C-${i},Acme ${i},${i % 2 ? 'fr' : 'en'},mail,2026-03-01,`,
  );
  const table = ['contract,customer,language,products,date,site', ...rows, 'C-12,Acme,en,male,2026-03-01,'];
  writeFileSync(at('data/contracts.csv'), `${table.join('\n')}\n`);
  await answerTo(['pack', '--workspace', workspace, '--out', at('alone')]);
  const { packs } = readManifest('alone');
  await storeRun(1, packs);
  await storeRun(2, packs.slice(0, 8));
});
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

function readManifest(out: string): PackManifest {
  return JSON.parse(readFileSync(at(out, 'packs/manifest.json'), 'utf8'));
}

/** Puts what one machine made into a store, as workers do. */
async function storeRun(id: number, packs: readonly ListedPack[]): Promise<void> {
  const store = sharedFolder(at('store'));
  for (const { files } of packs)
    for (const { path, sha256 } of files) await store.put(sha256, [readFileSync(at('alone/packs', path))]);
  const lines = packs
    .map((pack) => ({ shard: shardOf(pack.contract), line: JSON.stringify(pack) }))
    .toSorted((a, b) => (a.shard < b.shard ? -1 : a.shard > b.shard ? 1 : 0));
  const records = {
    async *packs() {
      yield* lines;
    },
    finish: async () => {},
  };
  const run = { id, program: 'p', bundle: 'b'.repeat(64), read: packs.length } as FleetRun;
  await writeManifest(run, { records, store });
}

const collect = (run: string, out: string, ...args: string[]) =>
  answerTo(['pack', '--collect', run, '--store', at('store'), '--out', at(out), ...args]);

/** Every file of packs below a folder, with its bytes. */
function filesIn(out: string): Record<string, string> {
  const root = at(out, 'packs');
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((path) => !path.startsWith('.') && statSync(join(root, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(root, path), 'latin1')]));
}

describe('annex pack --collect', () => {
  it('leaves what a run on one machine left, byte for byte', async () => {
    const { out, code } = await collect('1', 'whole');
    expect(out).toContain('1 contract without a pack: manifest.json names each.');
    expect(out).toContain('read 13 = made 12 + reused 0 + held 1 + failed 0 in ');
    expect(code).toBe(1);
    expect(filesIn('whole')).toEqual(filesIn('alone'));
    expect((await answerTo(['verify', at('whole'), '--workspace', workspace])).code).toBe(0);
  });

  it('takes away packs that a later run has not', async () => {
    await collect('1', 'later');
    const { code } = await collect('2', 'later');
    expect(code).toBe(0);
    expect(readManifest('later').packs.map(({ contract }) => contract)).toEqual(
      Array.from({ length: 8 }, (_, i) => `C-${i}`),
    );
    expect(readdirSync(at('later/packs')).filter((name) => name.startsWith('c-'))).toHaveLength(8);
  });

  it('fetches some alone, and says which the run does not have', async () => {
    const { out, code } = await collect('1', 'some', '--only', 'c-3,C-5,C-99');
    expect(out).toContain('The run has no contract C-99.');
    expect(code).toBe(1);
    expect(readManifest('some').packs.map(({ contract }) => contract)).toEqual(['C-3', 'C-5']);
  });

  it('does not take a file that is not what the manifest says', async () => {
    const { sha256 } = readManifest('alone').packs[0]!.files[0]!;
    const object = at('store', objectKey(sha256));
    const bytes = readFileSync(object);
    writeFileSync(object, 'altered');
    const { err, code } = await collect('1', 'torn');
    writeFileSync(object, bytes);
    expect(err).toContain('does not hold the bytes of its name');
    expect(code).toBe(3);
    expect(existsSync(at('torn/packs/manifest.json'))).toBe(false);
  });

  it('says that a run is not through', async () => {
    const { err, code } = await collect('7', 'nothing');
    expect(err).toContain('run 7 is not through, or lies in another store');
    expect(code).toBe(3);
    expect(existsSync(at('nothing'))).toBe(false);
  });
});
