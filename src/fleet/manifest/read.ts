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

/**
 * Looks that no other database keeps its runs at the same place: each counts its own from 1, and would write over the manifests
 * of the other. Throws StoreFault.
 */
export async function refuseTaken(run: number, store: Pick<SharedStore, 'read'>): Promise<void> {
  if ((await store.read(manifestPath(run))) === undefined) return;
  throw new StoreFault(
    `The store has ${manifestPath(run)} already, of another database: give the runs of each a prefix or a folder of their own.`,
  );
}
