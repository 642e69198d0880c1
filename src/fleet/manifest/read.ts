import { type SharedStore, StoreFault } from '../../store/store.ts';
import { manifestPath, type RunManifest, readRunManifest } from './tree.ts';

/** The root of a run's manifest, as the store has it. Throws StoreFault where there is none. */
export async function fetchManifest(run: number, store: Pick<SharedStore, 'read'>): Promise<RunManifest> {
  const path = manifestPath(run);
  const bytes = await store.read(path);
  if (bytes === undefined)
    throw new StoreFault(
      `The store has no ${path}: run ${run} is not through, or lies in another store. annex pack --status tells how far it is.`,
    );
  const manifest = readRunManifest(bytes);
  if (manifest?.run !== run) throw new StoreFault(`${path} is not the manifest of run ${run}.`);
  return manifest;
}
