import { store, zipPieces } from '../../archive/zip.ts';
import { lengthOf, type Pieces } from '../../store/store.ts';
import { inCodeUnitOrder } from '../../workspace/paths.ts';
import { WorkspaceFault } from '../../workspace/workspace.ts';
import type { Seen } from './seen.ts';

/** The file of a bundle that tells what is no file. */
export const indexFile = 'bundle.json';

/** More files than a zip archive can count without its 64-bit form. */
const mostFiles = 65_000;

/** No workspace is near this; a worker that were handed a film would run out of memory. */
export const mostBytes = 1024 * 1024 * 1024;

/**
 * What was seen as a zip archive, to be kept under its digest: the same for what was seen in whichever order. Nothing is
 * compressed, so no zlib has a say in that. Throws WorkspaceFault where it is too much.
 */
export function sealBundle({ files, folders, failed, packages }: Seen): Pieces {
  if (files.size > mostFiles)
    throw new WorkspaceFault(
      '',
      `Packs are made from ${files.size} files; a run holds ${mostFiles} at most.`,
    );
  const bytes = lengthOf([...files.values()]);
  if (bytes > mostBytes)
    throw new WorkspaceFault('', `Packs are made from ${bytes} bytes; a run holds ${mostBytes} at most.`);
  const index = {
    format: 1,
    folders: inOrder(folders),
    failed: inOrder(failed),
    packages: inOrder(packages),
  };
  return zipPieces([
    store(indexFile, [new TextEncoder().encode(`${JSON.stringify(index, null, 1)}\n`)]),
    ...inCodeUnitOrder(files.keys()).map((path) => store(path, [files.get(path)!])),
  ]);
}

function inOrder<T>(by: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries(inCodeUnitOrder(by.keys()).map((key) => [key, by.get(key)!]));
}
