import { join } from 'node:path';
import { listPacks } from '../fleet/manifest/list.ts';
import { fetchManifest } from '../fleet/manifest/read.ts';
import { checkNeeds } from '../fleet/needs.ts';
import { ledgerFile, openLedger } from '../pack/folder-ledger.ts';
import { type ListedPack, mergePacks, PackManifestWriter, readPackManifest } from '../pack/manifest.ts';
import { folderOf } from '../pack/names.ts';
import { Reckoning, type Reconciliation } from '../pack/reconcile.ts';
import { forgetOthers, notePack } from '../pack/run.ts';
import { folderStore } from '../store/folder-store.ts';
import { openStore } from '../store/open.ts';
import type { Digest, SharedStore, Store } from '../store/store.ts';
import { listStaying } from './pack.ts';

export type CollectOptions = {
  /** Counted from 1, as `annex pack --queue` told. */
  readonly run: number;
  /** Address of the store. */
  readonly store: string;
  /** Output folder; packs go into `packs` in it. */
  readonly out: string;
  /** Only these contracts, by id; others that lie there stay. */
  readonly only?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called for every contract, in the order of the table. */
  readonly onSettled?: ((pack: ListedPack) => void) | undefined;
};

export type Collected = {
  /** The folder of packs. */
  readonly out: string;
  readonly reconciliation: Reconciliation;
  /** Contracts that were asked for, and that the run did not have. */
  readonly unknown: readonly string[];
};

/** What is under way at once: contracts, and the bytes of their files. */
const most = { contracts: 128, bytes: 64 * 1024 * 1024 };

/**
 * Fetches the packs of a run out of its store into a folder, as a run in that folder would have left them: the same names, the
 * same bytes, the same manifest. Each file is held against its digest; what lies there already is not fetched.
 *
 * Throws FleetUnready, StoreFault, StoreAddressRefused, OutputFault, and the reason of the signal.
 */
export async function collectPacks({ run, only, signal, ...options }: CollectOptions): Promise<Collected> {
  await checkNeeds([], options.store);
  const out = join(options.out, 'packs');
  const source = await openStore(options.store);
  const manifest = await fetchManifest(run, source);
  const store = folderStore(out);
  const ledger = openLedger(join(out, ledgerFile), false);
  const writer = new PackManifestWriter(out);
  const reckoning = new Reckoning();
  const some: ListedPack[] = [];
  try {
    const packs = listPacks(manifest, source, only);
    for await (const pack of fetchAhead(packs, (one) => fetchFiles(one, source, store))) {
      signal?.throwIfAborted();
      reckoning.take();
      reckoning.settle(pack.state);
      for (const { path, sha256 } of pack.files) await store.name(path, sha256);
      if (pack.contract !== '') await notePack(pack, 1, { ledger, store });
      if (only === undefined) writer.add(pack);
      else some.push(pack);
      options.onSettled?.(pack);
    }
    const others =
      only === undefined
        ? listStaying(out, (await forgetOthers({ ledger, store })).staying)
        : mergePacks(readPackManifest(out)?.packs ?? [], some);
    for (const pack of others) writer.add(pack);
    const reconciliation = reckoning.close();
    writer.finish(reconciliation);
    ledger.finish();
    const found = new Set(some.map(({ contract }) => folderOf({ id: contract })));
    return { out, reconciliation, unknown: (only ?? []).filter((id) => !found.has(folderOf({ id }))) };
  } finally {
    ledger.close();
  }
}

async function fetchFiles({ files }: ListedPack, source: SharedStore, store: Store): Promise<void> {
  await Promise.all(files.map(({ sha256 }) => fetchObject(sha256, source, store)));
}

async function fetchObject(digest: Digest, source: SharedStore, store: Store): Promise<void> {
  if (await store.holds(digest)) return;
  await store.put(digest, [await source.get(digest)]);
}

/** Packs in their order, each when its files are there, while those of the next are under way. */
async function* fetchAhead(
  packs: AsyncIterable<ListedPack>,
  fetch: (pack: ListedPack) => Promise<void>,
): AsyncGenerator<ListedPack> {
  const underWay: { readonly pack: ListedPack; readonly fetched: Promise<void> }[] = [];
  let bytes = 0;
  const first = async (): Promise<ListedPack> => {
    const { pack, fetched } = underWay.shift()!;
    await fetched;
    bytes -= bytesOf(pack);
    return pack;
  };
  for await (const pack of packs) {
    const fetched = fetch(pack);
    // Somebody waits for it only when it is its turn.
    fetched.catch(() => {});
    underWay.push({ pack, fetched });
    bytes += bytesOf(pack);
    while (underWay.length >= most.contracts || bytes >= most.bytes) yield await first();
  }
  while (underWay.length > 0) yield await first();
}

function bytesOf({ files }: ListedPack): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
