import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { errnoOf, faultOf } from './errno.ts';
import { recognise } from './familiar.ts';
import { checkPath, inCodeUnitOrder } from './paths.ts';
import { type SourceFile, WorkspaceFault, type WritableWorkspace } from './workspace.ts';

/** No source file is near this; reading a film by mistake would exhaust the memory. */
const mostBytes = 64 * 1024 * 1024;

/**
 * A folder on the disk as a workspace. Symbolic links are followed while they stay inside it.
 * Throws WorkspaceFault where the folder is missing or cannot be opened.
 */
export function openWorkspace(root: string): WritableWorkspace {
  const realRoot = openRoot(root);
  return {
    name: root,
    read: (path) => readSource(realRoot, checkPath(path)),
    list: (folder) => listFolder(realRoot, checkPath(folder)),
    write: (path, bytes) => replaceFile(realRoot, checkPath(path), bytes),
  };
}

/** As `openWorkspace`, of a folder that is made where there is none. */
export function makeWorkspace(root: string): WritableWorkspace {
  try {
    mkdirSync(root, { recursive: true });
  } catch (thrown) {
    throw faultOf(root, 'written', thrown);
  }
  return openWorkspace(root);
}

/** A file that lies anywhere and was named by a user. Throws WorkspaceFault where it cannot be read. */
export function readFileAt(path: string): SourceFile {
  try {
    const real = realpathSync(resolve(path));
    refuseUnreadable(path, statSync(real));
    return { path, bytes: new Uint8Array(readFileSync(real)) };
  } catch (thrown) {
    throw faultOf(path, 'read', thrown);
  }
}

function openRoot(root: string): string {
  try {
    const real = realpathSync.native(resolve(root));
    if (statSync(real).isDirectory()) return real;
  } catch (thrown) {
    throw faultOf(root, 'opened', thrown);
  }
  throw new WorkspaceFault(root, `'${root}' cannot be opened: it is a file; a workspace is a folder.`);
}

function readSource(root: string, path: string): SourceFile | undefined {
  try {
    const real = resolveInside(root, path);
    if (real === undefined) return undefined;
    refuseUnreadable(path, statSync(real));
    return { path, bytes: recognise(path, new Uint8Array(readFileSync(real))) };
  } catch (thrown) {
    throw faultOf(path, 'read', thrown);
  }
}

/** A pipe or a device would be waited for without end, so only plain files are opened. */
function refuseUnreadable(path: string, stats: Stats): void {
  const reason = stats.isDirectory()
    ? 'it is a folder, not a file'
    : !stats.isFile()
      ? 'it is not a plain file'
      : stats.size > mostBytes
        ? `it is larger than ${mostBytes / 1024 / 1024} MiB`
        : undefined;
  if (reason !== undefined) throw new WorkspaceFault(path, `'${path}' cannot be read: ${reason}.`);
}

function listFolder(root: string, folder: string): { files: string[]; folders: string[] } {
  try {
    const real = resolveInside(root, folder);
    if (real === undefined || !statSync(real).isDirectory()) return { files: [], folders: [] };
    const names = inCodeUnitOrder(readdirSync(real));
    const folders = new Set(names.filter((name) => isFolder(join(real, name))));
    return { files: names.filter((name) => !folders.has(name)), folders: [...folders] };
  } catch (thrown) {
    throw faultOf(folder, 'listed', thrown);
  }
}

/** A link that leads nowhere counts as a file, so that reading it says what is wrong. */
function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * The real path of something inside the workspace, or undefined where there is nothing.
 * Throws WorkspaceFault for a link that leads nowhere or out of the workspace.
 */
function resolveInside(root: string, path: string): string | undefined {
  const wanted = join(root, path);
  let real: string;
  try {
    // Thousands of files are asked for that need not be there; an exception for each would be slow.
    if (lstatSync(wanted, { throwIfNoEntry: false }) === undefined) return undefined;
    real = realpathSync.native(wanted);
  } catch (thrown) {
    const code = errnoOf(thrown);
    if (code === 'ENOTDIR') return undefined;
    if (code !== 'ENOENT') throw thrown;
    throw new WorkspaceFault(path, `'${path}' is a symbolic link that leads nowhere.`);
  }
  const inside = relative(root, real);
  if (inside !== '..' && !inside.startsWith(`..${sep}`) && resolve(root, inside) === real) return real;
  throw new WorkspaceFault(path, `'${path}' is a symbolic link that leads out of the workspace.`);
}

/**
 * Writes beside the file and renames, so that a reader sees the old bytes or the new ones and never half of them.
 * The permissions of the file stay as they were.
 */
function replaceFile(root: string, path: string, bytes: Uint8Array): void {
  if (path === '') throw new WorkspaceFault(path, 'The workspace itself cannot be written as a file.');
  try {
    const target = resolveInside(root, path) ?? prepareTarget(root, path);
    const mode = statSync(target, { throwIfNoEntry: false })?.mode;
    const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    try {
      writeNew(beside, bytes, mode);
      renameSync(beside, target);
    } finally {
      rmSync(beside, { force: true });
    }
  } catch (thrown) {
    throw faultOf(path, 'written', thrown);
  }
}

/** Makes the folders of a new file; they must not lead out of the workspace through a link. */
function prepareTarget(root: string, path: string): string {
  const steps = path.split('/');
  for (let depth = 1; depth < steps.length; depth++) {
    const folder = steps.slice(0, depth).join('/');
    if (resolveInside(root, folder) === undefined) mkdirSync(join(root, folder));
  }
  return join(root, path);
}

function writeNew(path: string, bytes: Uint8Array, mode: number | undefined): void {
  rmSync(path, { force: true });
  const file = openSync(path, 'wx');
  try {
    if (mode !== undefined) fchmodSync(file, mode & 0o777);
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
