import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** A script that was loaded, and a way to keep what V8 compiled of it while it ran. */
export type Loaded = {
  readonly exports: unknown;
  /** Whether compiled code of an earlier process was taken. */
  readonly wasCompiled: boolean;
  /** Keeps what is compiled by now for the next process; where nothing can be written, nothing is kept. */
  readonly keep: () => void;
};

/** What a CommonJS module is given, and `importHere` for `import()`, which is an experiment of Node's in such scripts. */
const names = 'exports, require, module, __filename, __dirname, importHere';

/**
 * Loads a script with the code that V8 compiled of it when it last did the same work. V8 takes such code for its own version,
 * flags and processor alone; that it is of this very script is told by a digest before it.
 *
 * @param path a CommonJS script in ASCII whose first line is `// ` and its SHA-256 in hexadecimal digits
 * @param work what it is loaded for: other work runs other functions
 * @param folder where compiled code is kept, by those alone who may write the program itself; none is where it is left out
 */
export function loadCompiled(path: string, work: string, folder: string | undefined): Loaded {
  const source = readFileSync(path, 'latin1');
  const digest = Buffer.from(source.slice('// '.length, source.indexOf('\n')));
  const file = folder && join(folder, `${work}-${process.version}-${process.arch}.bin`);
  const known = file === undefined ? undefined : readKept(file, digest);
  // In one line with the first of the script, so that stacks tell its lines.
  const script = new Script(`(function (${names}) {${source}\n})`, {
    filename: path,
    cachedData: known?.code,
  });
  const kept = script.cachedDataRejected ? undefined : known;
  const module = { exports: {} };
  const importHere = (name: string): Promise<unknown> => import(name);
  script.runInThisContext()(module.exports, createRequire(path), module, path, dirname(path), importHere);
  const keep = (): void => {
    const runs = (kept?.runs ?? 0) + 1;
    if (file === undefined || runs > mostRuns) return;
    const code = script.createCachedData();
    // What other runs called is in it too, where nothing of it was thrown away.
    keepFile(file, digest, { runs, code: kept && kept.code.length > code.length ? kept.code : code });
  };
  return { exports: module.exports, wasCompiled: kept !== undefined, keep };
}

/** Compiled code, and how many runs it was gathered from: one finds all as it was, and the next has much to make. */
type Kept = { readonly runs: number; readonly code: Uint8Array };

const mostRuns = 4;

/** The folder in which packages keep what they can make again: beside the packages themselves. */
export function cacheFolder(path: string): string | undefined {
  const packages = createRequire(path)
    .resolve.paths('annexpress')
    ?.find((folder) => existsSync(folder));
  return packages && join(packages, '.cache', 'annexpress');
}

/** What was kept of the script with this digest: the digest, the number of runs in eight bytes, the code. */
function readKept(file: string, digest: Uint8Array): Kept | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const start = digest.length + 8;
  const isOfScript = bytes.length > start && bytes.subarray(0, digest.length).equals(digest);
  return isOfScript ? { runs: bytes[digest.length]!, code: bytes.subarray(start) } : undefined;
}

/** Whole or not at all, whoever else writes it. */
function keepFile(file: string, digest: Uint8Array, { runs, code }: Kept): void {
  const made = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(made, Buffer.concat([digest, Buffer.alloc(8, runs), code]));
    renameSync(made, file);
  } catch {
    if (existsSync(made)) rmSync(made);
  }
}
