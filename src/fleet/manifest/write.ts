import type { ListedPack } from '../../pack/manifest.ts';
import { Reckoning, type Reconciliation } from '../../pack/reconcile.ts';
import { digestPieces, type SharedStore } from '../../store/store.ts';
import type { FleetRun, Records } from '../records.ts';
import { manifestPath, printRunManifest, type RunManifest, type Shard } from './tree.ts';

type Tools = {
  readonly records: Pick<Records, 'packs' | 'finish'>;
  readonly store: Pick<SharedStore, 'put' | 'write'>;
};

/**
 * Writes the manifest of a run whose batches are all settled: its shards, and last the root that names them. One shard is held
 * at a time. Written again, it is the same bytes.
 *
 * Throws where the contracts that are listed are not those that were read: that would be one that nobody will ask for.
 */
export async function writeManifest(run: FleetRun, { records, store }: Tools): Promise<RunManifest> {
  const reckoning = new Reckoning();
  const shards: Shard[] = [];
  for await (const { shard, lines } of inShards(records.packs(run.id))) {
    for (const line of lines) {
      reckoning.take();
      reckoning.settle((JSON.parse(line) as ListedPack).state);
    }
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    const sha256 = digestPieces([bytes]);
    await store.put(sha256, [bytes]);
    shards.push({ shard, sha256, packs: lines.length });
  }
  const manifest = rootOf(run, reckoning.close(), shards);
  const bytes = printRunManifest(manifest);
  await store.write(manifestPath(run.id), bytes);
  await records.finish(run.id, digestPieces([bytes]));
  return manifest;
}

function rootOf(run: FleetRun, reconciliation: Reconciliation, shards: readonly Shard[]): RunManifest {
  const { id, program, bundle, read } = run;
  if (reconciliation.read !== read)
    throw new Error(`Of ${read} contracts of run ${id}, ${reconciliation.read} are accounted for.`);
  return { format: 1, run: id, program, bundle, reconciliation, shards };
}

async function* inShards(
  packs: ReturnType<Records['packs']>,
): AsyncGenerator<{ readonly shard: string; readonly lines: readonly string[] }> {
  let shard = '';
  let lines: string[] = [];
  for await (const pack of packs) {
    if (pack.shard !== shard && lines.length > 0) {
      yield { shard, lines };
      lines = [];
    }
    shard = pack.shard;
    lines.push(pack.line);
  }
  if (lines.length > 0) yield { shard, lines };
}
