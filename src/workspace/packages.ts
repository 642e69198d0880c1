import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { recognise } from './familiar.ts';
import { once } from './once.ts';
import type { Workspace } from './workspace.ts';

const require = createRequire(import.meta.url);
const filesRead = once(() => new Map<string, Uint8Array>());

/**
 * A file inside an installed package, named as `name/path/inside`; undefined where there is none. Fonts come this
 * way, so that none is committed and each keeps its licence beside it; brands share them, so each is read once.
 */
export function readPackageFile(specifier: string): Uint8Array | undefined {
  if (specifier.includes('..')) return undefined;
  const read = filesRead();
  const known = read.get(specifier);
  if (known !== undefined) return known;
  try {
    const bytes = recognise(specifier, new Uint8Array(readFileSync(require.resolve(specifier))));
    read.set(specifier, bytes);
    return bytes;
  } catch {
    return undefined;
  }
}

/** Installed packages as a place to read files from. */
export const packageFiles: Workspace = {
  name: 'installed packages',
  read(path) {
    const bytes = readPackageFile(path);
    return bytes && { path, bytes };
  },
  list: () => ({ files: [], folders: [] }),
};
