import { describe, expect, it } from 'vitest';
import type { ListedPack } from '../../pack/manifest.ts';
import { digestPieces } from '../../store/store.ts';
import type { FleetRun } from '../records.ts';
import { manifestPath, readRunManifest, shardOf } from './tree.ts';
import { writeManifest } from './write.ts';

const run: FleetRun = {
  id: 3,
  program: 'a'.repeat(64),
  bundle: 'b'.repeat(64),
  brand: undefined,
  contractsPath: 'contracts.csv',
  columns: [],
  read: 500,
  held: 100,
  batches: 2,
};

const states = ['made', 'made', 'reused', 'failed', 'held'] as const;

const packs: readonly ListedPack[] = Array.from({ length: run.read }, (_, index) => ({
  contract: `C-${index}`,
  line: index + 2,
  state: states[index % states.length]!,
  members: [],
  files: [],
  key: '',
}));

/** As records give them: by shard, and in a shard by line. */
async function* listed(all: readonly ListedPack[]) {
  const sharded = all.map((pack) => ({ shard: shardOf(pack.contract), line: JSON.stringify(pack) }));
  yield* sharded.sort((a, b) => (a.shard < b.shard ? -1 : a.shard > b.shard ? 1 : 0));
}

async function write(all: readonly ListedPack[]) {
  const objects = new Map<string, Uint8Array>();
  const files = new Map<string, Uint8Array>();
  let finished: string | undefined;
  await writeManifest(run, {
    records: {
      packs: () => listed(all),
      finish: async (_, manifest) => {
        finished = manifest;
      },
    },
    store: {
      put: async (digest, pieces) => void objects.set(digest, Buffer.concat(pieces)),
      write: async (path, bytes) => void files.set(path, bytes),
    },
  });
  return { objects, root: files.get(manifestPath(run.id))!, finished };
}

describe('the manifest of a run', () => {
  it('lists every contract once, in the shard that its name tells', async () => {
    const { objects, root } = await write(packs);
    const { shards } = readRunManifest(root)!;
    const found = shards.flatMap(({ shard, sha256, packs: count }) => {
      const lines = new TextDecoder().decode(objects.get(sha256)).trimEnd().split('\n');
      expect(lines).toHaveLength(count);
      const inShard = lines.map((line) => JSON.parse(line) as ListedPack);
      expect(inShard.every(({ contract }) => shardOf(contract) === shard)).toBe(true);
      expect(inShard.map(({ line }) => line)).toEqual(
        inShard.map(({ line }) => line!).toSorted((a, b) => a - b),
      );
      return inShard;
    });
    expect(found.toSorted((a, b) => a.line! - b.line!)).toEqual(packs);
    expect(shards.map(({ shard }) => shard)).toEqual([...new Set(shards.map(({ shard }) => shard))].sort());
  });

  it('says what became of all of them, and whose it is', async () => {
    const { root, finished } = await write(packs);
    expect(readRunManifest(root)).toMatchObject({
      run: 3,
      program: run.program,
      bundle: run.bundle,
      reconciliation: { read: 500, made: 200, reused: 100, held: 100, failed: 100 },
    });
    expect(finished).toBe(digestPieces([root]));
  });

  it('is the same bytes when it is written again', async () => {
    expect((await write(packs)).root).toEqual((await write(packs)).root);
  });

  it('is not written where a contract is missing', async () => {
    await expect(write(packs.slice(1))).rejects.toThrow('Of 500 contracts of run 3, 499 are accounted for.');
  });
});
