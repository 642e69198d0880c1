import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Digest, lengthOf, objectKey, type Pieces, type SharedStore, StoreFault } from './store.ts';

/**
 * A folder that many machines see as a store. Files are written under a name that no other writer has, then renamed, so that
 * nobody meets half of one. Several writers of one object write the same bytes.
 *
 * Throws StoreFault.
 */
export function sharedFolder(root: string): SharedStore {
  const pathOf = (digest: Digest) => join(root, objectKey(digest));
  return {
    put: async (digest, pieces) => {
      const path = pathOf(digest);
      await attempt(path, async () => {
        if ((await lengthAt(path)) !== lengthOf(pieces)) await writeWhole(root, path, pieces);
      });
    },
    holds: (digest) => attempt(pathOf(digest), async () => ((await lengthAt(pathOf(digest))) ?? 0) > 0),
    get: async (digest) => {
      const path = pathOf(digest);
      const bytes = await attempt(path, () => readThere(path));
      if (bytes === undefined) throw new StoreFault(`${path} is not there.`);
      if (createHash('sha256').update(bytes).digest('hex') !== digest)
        throw new StoreFault(
          `${path} does not hold the bytes of its name: remove it, and they are made again.`,
        );
      return bytes;
    },
    write: (path, bytes) => attempt(join(root, path), () => writeWhole(root, join(root, path), [bytes])),
    read: (path) => attempt(join(root, path), () => readThere(join(root, path))),
  };
}

async function writeWhole(root: string, path: string, pieces: Pieces): Promise<void> {
  const staged = join(root, '.annex', 'staging', randomUUID());
  await mkdir(dirname(staged), { recursive: true });
  await mkdir(dirname(path), { recursive: true });
  try {
    const file = await open(staged, 'wx');
    try {
      await file.writeFile(Buffer.concat(pieces));
      // A ledger elsewhere will say that the file is there, so it has to outlive this machine.
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(staged, path);
    await syncFolder(dirname(path));
  } catch (fault) {
    await rm(staged, { force: true });
    throw fault;
  }
}

/** A name is in its folder for good only when that is written too; Windows has no such thing. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function lengthAt(path: string): Promise<number | undefined> {
  return unlessMissing(async () => (await stat(path)).size);
}

function readThere(path: string): Promise<Uint8Array | undefined> {
  return unlessMissing(() => readFile(path));
}

async function unlessMissing<T>(action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await action();
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fault;
  }
}

async function attempt<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    throw new StoreFault(`Cannot use ${path}: ${(cause as Error).message}.`, { cause });
  }
}
