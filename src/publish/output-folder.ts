import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** The output folder cannot be written; ends a run with exit code 3. */
export class OutputFault extends Error {
  constructor(path: string, cause: unknown) {
    super(`Cannot write ${path}: ${inWords(cause)}.`, { cause });
    this.name = 'OutputFault';
  }
}

/** Hexadecimal SHA-256. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The folder of artifacts. Files are first written whole beside it, in `.annex/staging`, and then renamed: a reader
 * never meets half a file, whenever the program ends.
 */
export class OutputFolder {
  readonly root: string;
  private readonly staging: string;

  constructor(root: string) {
    this.root = root;
    this.staging = join(root, '.annex', `staging-${process.pid}-${++folders}`);
  }

  /** The bytes at a path, or undefined where there are none. */
  read(path: string): Uint8Array | undefined {
    try {
      return readFileSync(join(this.root, path));
    } catch {
      return undefined;
    }
  }

  /** The text at a path, or undefined where there is none. */
  readText(path: string): string | undefined {
    const bytes = this.read(path);
    return bytes && new TextDecoder().decode(bytes);
  }

  /** The paths of all files with forward slashes, by code unit; hidden files and folders are nobody's artifacts. */
  list(): string[] {
    const entries = readFolder(this.root);
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(this.root, join(entry.parentPath, entry.name)).split(sep))
      .filter((parts) => !parts.some((part) => part.startsWith('.')))
      .map((parts) => parts.join('/'))
      .sort((a, b) => (a < b ? -1 : 1));
  }

  /** The names in one folder, by code unit; none where there is no such folder. */
  names(path: string): string[] {
    try {
      return readdirSync(join(this.root, path)).sort();
    } catch {
      return [];
    }
  }

  /** How many bytes a file has; undefined where there is none. */
  size(path: string): number | undefined {
    const found = statSync(join(this.root, path), { throwIfNoEntry: false });
    return found?.isFile() ? found.size : undefined;
  }

  /** Writes a file whole, out of sight. */
  stage(path: string, bytes: Uint8Array | string): void {
    const target = join(this.staging, path);
    attempt(target, () => {
      makeFolder(dirname(resolve(target)));
      writeFileSync(target, bytes);
    });
  }

  /** Puts a staged file in its place. */
  reveal(path: string): void {
    const target = join(this.root, path);
    attempt(target, () => {
      makeFolder(dirname(resolve(target)));
      renameSync(join(this.staging, path), target);
    });
  }

  /** Removes a file, and the folders that become empty by it. */
  prune(path: string): void {
    attempt(join(this.root, path), () => rmSync(join(this.root, path), { force: true }));
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
      try {
        rmdirSync(join(this.root, folder));
      } catch {
        return; // Not empty: something else lives there.
      }
    }
  }

  /** Removes what was staged and never revealed. */
  discard(): void {
    rmSync(this.staging, { recursive: true, force: true });
    try {
      rmdirSync(join(this.root, '.annex'));
    } catch {
      // It holds a cache, or was never made.
    }
  }

  /** Removes what programs staged here that were killed before they could reveal it. */
  sweep(): void {
    for (const name of this.names('.annex').filter((entry) => entry.startsWith('staging-')))
      rmSync(join(this.root, '.annex', name), { recursive: true, force: true });
  }

  /** Whether the folder is there or could be made. */
  prepare(): void {
    attempt(this.root, () => {
      makeFolder(resolve(this.root));
      if (!statSync(this.root).isDirectory()) throw Object.assign(new Error('a file'), { code: 'EEXIST' });
    });
  }
}

/** Folders of this process: two builds at once never share what they stage. */
let folders = 0;

/** Makes a folder and those above it, one by one: Node's own recursion never ends where a parent refuses (/proc). */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

function readFolder(root: string) {
  try {
    return readdirSync(root, { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
}

function attempt(path: string, action: () => void): void {
  try {
    action();
  } catch (cause) {
    throw new OutputFault(path, cause);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'there is a file of that name',
  EISDIR: 'there is a folder of that name',
  ENAMETOOLONG: 'the path is too long for the file system',
  EFBIG: 'the file is too large for the file system',
};

function inWords(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException).code;
  return (code !== undefined && reasons[code]) || (cause instanceof Error ? cause.message : String(cause));
}
