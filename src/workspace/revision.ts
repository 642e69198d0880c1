import { execFileSync } from 'node:child_process';
import { errnoOf } from './errno.ts';
import { checkPath, inCodeUnitOrder } from './paths.ts';
import { type SourceFile, type Workspace, WorkspaceFault } from './workspace.ts';

/** A state that git keeps, by a name such as `HEAD~1`, a tag or a commit. */
export type Revision = {
  /** As it was named. */
  readonly name: string;
  /** The folder that it was asked from, by its path in the repository. */
  readonly folder: string;
  /** A folder of it as a workspace; paths inside are relative to it. */
  readonly open: (folder: string) => Workspace;
};

/** Files are read by git itself, which runs no shell, asks nobody and changes nothing. */
const limits = { maxBuffer: 1024 * 1024 * 1024, stdio: ['pipe', 'pipe', 'pipe'] as ['pipe', 'pipe', 'pipe'] };
const mostBytes = 64 * 1024 * 1024;

/**
 * Finds a revision in the repository that a folder lies in; undefined where there is no such revision, no repository,
 * or no git.
 */
export function findRevision(folder: string, name: string): Revision | undefined {
  // What begins with a hyphen is an option to git, and no name of a revision.
  if (name === '' || /^-|[\0\n]/u.test(name)) return undefined;
  const ask = (args: readonly string[], input?: string) => askGit(folder, args, input);
  const commit = tryGit(() => ask(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]));
  const prefix = commit && tryGit(() => ask(['rev-parse', '--show-prefix']));
  if (commit === undefined || prefix === undefined) return undefined;
  const files = listFiles(ask(['ls-tree', '-r', '-z', '-l', '--full-tree', textOf(commit)]));
  const read = blobReader(files, ask);
  return {
    name,
    folder: checkPath(textOf(prefix)),
    open: (inside) => openFolder(`${name}:${inside}`, checkPath(inside), files, read),
  };
}

type Ask = (args: readonly string[], input?: string) => Buffer;
type Blob = { readonly object: string; readonly size: number };

function askGit(folder: string, args: readonly string[], input = ''): Buffer {
  const env = { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
  return execFileSync('git', ['-C', folder, ...args], { ...limits, env, input });
}

/** Undefined where git says no, or is not there. */
function tryGit(ask: () => Buffer): Buffer | undefined {
  try {
    return ask();
  } catch (thrown) {
    const isNo = thrown instanceof Error && 'status' in thrown && typeof thrown.status === 'number';
    if (isNo || errnoOf(thrown) === 'ENOENT') return undefined;
    throw thrown;
  }
}

function textOf(output: Buffer): string {
  return output.toString('utf8').replace(/\n$/u, '');
}

/** The plain files of a tree, by path: `<mode> blob <object> <size>\t<path>`. Links and submodules are none. */
function listFiles(output: Buffer): ReadonlyMap<string, Blob> {
  const entries = output.toString('utf8').split('\0');
  return new Map(
    entries.flatMap((entry): [string, Blob][] => {
      const [, object, size, path] = /^100\d{3} blob (\w+) +(\d+)\t(.+)$/su.exec(entry) ?? [];
      return object === undefined ? [] : [[path!, { object, size: Number(size) }]];
    }),
  );
}

/**
 * Reads files by asking git once for all that lie in the same folder at the top, for each question costs a process.
 */
function blobReader(
  files: ReadonlyMap<string, Blob>,
  ask: Ask,
): (path: string, folder: string) => Uint8Array | undefined {
  const read = new Map<string, ReadonlyMap<string, Uint8Array>>();
  return (path, folder) => {
    const file = files.get(path);
    if (file === undefined) return undefined;
    if (file.size > mostBytes) throw new WorkspaceFault(path, `'${path}' cannot be read: it is too large.`);
    const top = topOf(path, folder);
    const blobs = read.get(top) ?? readBlobs(objectsUnder(top, files, folder), ask);
    read.set(top, blobs);
    return blobs.get(file.object);
  };
}

/** The first folder below the workspace that a path lies in; the path itself where it lies in none. */
function topOf(path: string, folder: string): string {
  const from = folder === '' ? 0 : folder.length + 1;
  const end = path.indexOf('/', from);
  return end < 0 ? path : path.slice(0, end + 1);
}

function objectsUnder(top: string, files: ReadonlyMap<string, Blob>, folder: string): string[] {
  const under = [...files].filter(([path, { size }]) => topOf(path, folder) === top && size <= mostBytes);
  return [...new Set(under.map(([, { object }]) => object))];
}

/** Each answer is `<object> blob <size>`, a line feed, so many bytes, and a line feed. */
function readBlobs(objects: readonly string[], ask: Ask): Map<string, Uint8Array> {
  const output = ask(['cat-file', '--batch'], `${objects.join('\n')}\n`);
  const blobs = new Map<string, Uint8Array>();
  for (let at = 0; at < output.length; ) {
    const line = output.indexOf('\n', at);
    const [object, , size] = output.toString('latin1', at, line).split(' ');
    const end = line + 1 + Number(size);
    blobs.set(object!, new Uint8Array(output.subarray(line + 1, end)));
    at = end + 1;
  }
  return blobs;
}

function openFolder(
  name: string,
  folder: string,
  files: ReadonlyMap<string, Blob>,
  readBlob: (path: string, folder: string) => Uint8Array | undefined,
): Workspace {
  const start = folder === '' ? '' : `${folder}/`;
  const read = (path: string): SourceFile | undefined => {
    const bytes = readBlob(start + checkPath(path), folder);
    return bytes && { path: checkPath(path), bytes };
  };
  return {
    name,
    read,
    list(inside) {
      const within = checkPath(inside) === '' ? start : `${start}${checkPath(inside)}/`;
      const steps = [...files.keys()]
        .filter((path) => path.startsWith(within))
        .map((path) => path.slice(within.length).split('/'));
      const names = (wanted: (depth: number) => boolean) =>
        inCodeUnitOrder(new Set(steps.filter(({ length }) => wanted(length)).map(([first]) => first!)));
      return { files: names((depth) => depth === 1), folders: names((depth) => depth > 1) };
    },
  };
}
