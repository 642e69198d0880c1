import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  createReadStream,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writevSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { OutputFault } from '../publish/output-folder.ts';
import type { Digest, Pieces, Store } from './store.ts';

/**
 * A folder on the disk as a store. Objects lie in `objects/<first digit>/<digest>`; names are hard links to them, or copies
 * where a file system has no links. Everything is written in `.annex/staging` and renamed, so that a run that ends at any
 * moment leaves whole files or none.
 *
 * Throws OutputFault.
 */
export function folderStore(root: string): Store {
  const folder = new StoreFolder(root);
  return {
    put: async (digest, pieces) => {
      // An object that lies under its name need not be whole: who edits a file by its name edits the object.
      if (!(await isWhole(folder.objectPath(digest), digest)))
        attempt(root, () => folder.put(digest, pieces));
    },
    holds: (digest) => isWhole(folder.objectPath(digest), digest),
    name: async (path, digest) => attempt(root, () => folder.name(path, digest)),
    unname: async (path) => attempt(root, () => folder.unname(path)),
    sweep: async () => attempt(root, () => folder.sweep()),
  };
}

class StoreFolder {
  private readonly root: string;
  private readonly staged: string;
  /** A copy is no link to its object: who holds an object cannot be told then. */
  private hasLinks = true;

  constructor(root: string) {
    this.root = root;
    this.staged = join(root, '.annex', 'staging', 'object');
  }

  objectPath(digest: Digest): string {
    return join(this.root, 'objects', digest[0]!, digest);
  }

  put(digest: Digest, pieces: Pieces): void {
    this.place(this.objectPath(digest), (staged) => writeWhole(staged, pieces));
  }

  name(path: string, digest: Digest): void {
    const object = this.objectPath(digest);
    const target = join(this.root, path);
    if (isSameFile(object, target)) return;
    this.place(target, (staged) => this.linkOrCopy(object, staged));
  }

  unname(path: string): void {
    const target = join(this.root, path);
    rmSync(target, { force: true });
    removeEmpty(dirname(target));
  }

  sweep(): void {
    if (!this.hasLinks) return;
    const objects = join(this.root, 'objects');
    for (const shard of listFolder(objects)) {
      for (const name of listFolder(join(objects, shard))) {
        const object = join(objects, shard, name);
        // Its own path is one link to an object; another is a name that holds it.
        if (statSync(object).nlink === 1) rmSync(object);
      }
      removeEmpty(join(objects, shard));
    }
  }

  private linkOrCopy(object: string, staged: string): void {
    try {
      linkSync(object, staged);
    } catch {
      this.hasLinks = false;
      copyFileSync(object, staged);
    }
  }

  private place(target: string, write: (staged: string) => void): void {
    mkdirSync(dirname(this.staged), { recursive: true });
    mkdirSync(dirname(target), { recursive: true });
    // What a run left here that ended in the middle of it.
    rmSync(this.staged, { force: true });
    write(this.staged);
    renameSync(this.staged, target);
  }
}

function writeWhole(path: string, pieces: Pieces): void {
  const file = openSync(path, 'wx');
  try {
    const total = pieces.reduce((sum, { length }) => sum + length, 0);
    const written = writevSync(file, pieces);
    if (written < total) writeRest(file, pieces, written);
  } finally {
    closeSync(file);
  }
}

/** A system may take less than it is given, where there is much. */
function writeRest(file: number, pieces: Pieces, written: number): void {
  let rest: Uint8Array = Buffer.concat(pieces).subarray(written);
  while (rest.length > 0) rest = rest.subarray(writevSync(file, [rest]));
}

function isSameFile(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false, bigint: true }));
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;
}

function listFolder(path: string): string[] {
  return existsSync(path) ? readdirSync(path) : [];
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something else lives there.
  }
}

async function isWhole(path: string, digest: Digest): Promise<boolean> {
  if (!existsSync(path)) return false;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex') === digest;
}

function attempt(root: string, action: () => void): void {
  try {
    action();
  } catch (cause) {
    throw new OutputFault(root, cause);
  }
}
