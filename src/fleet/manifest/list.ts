import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type ListedPack, readListedPack } from '../../pack/manifest.ts';
import { folderOf } from '../../pack/names.ts';
import { type SharedStore, StoreFault } from '../../store/store.ts';
import { type RunManifest, type Shard, shardOf } from './tree.ts';

/**
 * What became of the contracts of a run, in the order of their table; of some alone, where `only` names them. Shards are laid
 * on the disk first: memory does not grow with the contracts.
 *
 * Throws StoreFault where a shard is not there, or is not one.
 */
export async function* listPacks(
  { shards }: RunManifest,
  store: Pick<SharedStore, 'get'>,
  only?: readonly string[],
): AsyncGenerator<ListedPack> {
  const asked = only && new Set(only.map(shardOf));
  const wanted = only && new Set(only.map((id) => folderOf({ id })));
  const folder = await mkdtemp(join(tmpdir(), 'annex-shards-'));
  try {
    const readers: AsyncGenerator<ListedPack>[] = [];
    for (const shard of shards) {
      if (asked?.has(shard.shard) === false) continue;
      const path = join(folder, shard.shard);
      await writeFile(path, await store.get(shard.sha256));
      readers.push(readShard(path, shard));
    }
    for await (const pack of mergeByLine(readers))
      if (wanted?.has(folderOf({ id: pack.contract })) !== false) yield pack;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* readShard(path: string, { shard, packs }: Shard): AsyncGenerator<ListedPack> {
  let listed = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    const pack = readListedPack(line);
    if (pack === undefined) throw new StoreFault(`Line ${listed + 1} of shard ${shard} lists no pack.`);
    listed++;
    yield pack;
  }
  if (listed !== packs)
    throw new StoreFault(`Shard ${shard} lists ${listed} packs, where ${packs} were counted.`);
}

/** Several lists, each in order, as one. */
async function* mergeByLine(readers: readonly AsyncGenerator<ListedPack>[]): AsyncGenerator<ListedPack> {
  const heads = await Promise.all(readers.map(async (reader) => ({ reader, next: await reader.next() })));
  for (;;) {
    let first: (typeof heads)[number] | undefined;
    for (const head of heads) if (!head.next.done && lineOf(head.next) < lineOf(first?.next)) first = head;
    if (first === undefined) return;
    yield first.next.value as ListedPack;
    first.next = await first.reader.next();
  }
}

function lineOf(next: IteratorResult<ListedPack> | undefined): number {
  return next === undefined || next.done ? Number.POSITIVE_INFINITY : (next.value.line ?? 0);
}
