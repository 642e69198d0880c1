import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ListedPack } from '../../pack/manifest.ts';
import type { Digest } from '../../store/store.ts';
import { listPacks } from './list.ts';
import { fetchManifest, refuseTaken } from './read.ts';
import { manifestPath, printRunManifest, type RunManifest, shardOf } from './tree.ts';

const objects = new Map<Digest, Uint8Array>();
const store = { get: async (digest: Digest) => objects.get(digest)! };

function packAt(line: number, path = `c${line}/pack.pdf`): ListedPack {
  const files = [{ path, bytes: 3, sha256: 'a'.repeat(64) }];
  return {
    contract: `C${line}`,
    customer: 'Acme',
    language: 'en',
    line,
    state: 'made',
    members: [],
    files,
    key: 'k',
  };
}

/** The manifest of a run with these packs, as a worker writes it. */
function manifestOf(packs: readonly ListedPack[]): RunManifest {
  const shards = new Map<string, ListedPack[]>();
  for (const pack of packs) {
    const shard = shardOf(pack.contract);
    shards.set(shard, [...(shards.get(shard) ?? []), pack]);
  }
  return {
    format: 1,
    run: 7,
    program: 'p',
    bundle: 'b'.repeat(64),
    reconciliation: { read: packs.length, made: packs.length, reused: 0, held: 0, failed: 0 },
    shards: [...shards].map(([shard, listed]) => {
      const bytes = Buffer.from(listed.map((pack) => `${JSON.stringify(pack)}\n`).join(''));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      objects.set(sha256, bytes);
      return { shard, sha256, packs: listed.length };
    }),
  };
}

async function list(manifest: RunManifest, only?: readonly string[]): Promise<ListedPack[]> {
  const packs: ListedPack[] = [];
  for await (const pack of listPacks(manifest, store, only)) packs.push(pack);
  return packs;
}

const packs = Array.from({ length: 1000 }, (_, i) => packAt(i + 2));

describe('the manifest of a run', () => {
  it('lists all contracts in the order of their table', async () => {
    expect(await list(manifestOf(packs))).toEqual(packs);
  });

  it('lists some contracts out of their own shards alone, capitals or not', async () => {
    const manifest = manifestOf(packs);
    const asked = new Set([shardOf('C9'), shardOf('C500')]);
    const others = manifest.shards.filter(({ shard }) => !asked.has(shard));
    for (const { sha256 } of others) objects.delete(sha256);
    expect((await list(manifest, ['c500', 'C9'])).map(({ contract }) => contract)).toEqual(['C9', 'C500']);
  });

  it('is refused where a shard lists fewer than were counted', async () => {
    const { shards, ...root } = manifestOf(packs);
    const more = shards.map((shard) => ({ ...shard, packs: shard.packs + 1 }));
    await expect(list({ ...root, shards: more })).rejects.toThrow(
      /Shard .. lists \d+ packs, where \d+ were counted/,
    );
  });

  it('is refused where a file would lie outside of the folder of packs', async () => {
    await expect(list(manifestOf([packAt(2, '../../etc/passwd')]))).rejects.toThrow('lists no pack');
  });

  it('is not there before the run is through, and is its own run’s', async () => {
    await expect(fetchManifest(7, { read: async () => undefined })).rejects.toThrow('run 7 is not through');
    const read = async (path: string) =>
      path === manifestPath(8) ? printRunManifest(manifestOf(packs)) : undefined;
    await expect(fetchManifest(8, { read })).rejects.toThrow('is not the manifest of run 8');
  });

  it('of another database is not written over', async () => {
    const read = async (path: string) => (path === manifestPath(1) ? new Uint8Array(1) : undefined);
    await expect(refuseTaken(1, { read })).rejects.toThrow(
      'runs/1/manifest.json already, of another database',
    );
    await refuseTaken(2, { read });
  });
});
