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
  const cachedData = file === undefined ? undefined : readKept(file, digest);
  // In one line with the first of the script, so that stacks tell its lines.
  const script = new Script(`(function (${names}) {${source}\n})`, { filename: path, cachedData });
  const module = { exports: {} };
  const importHere = (name: string): Promise<unknown> => import(name);
  script.runInThisContext()(module.exports, createRequire(path), module, path, dirname(path), importHere);
  const wasCompiled = cachedData !== undefined && !script.cachedDataRejected;
  const keep = (): void => {
    if (file !== undefined && !wasCompiled)
      keepFile(file, Buffer.concat([digest, script.createCachedData()]));
  };
  return { exports: module.exports, wasCompiled, keep };
}

/** The folder in which packages keep what they can make again: beside the packages themselves. */
export function cacheFolder(path: string): string | undefined {
  const packages = createRequire(path)
    .resolve.paths('annexpress')
    ?.find((folder) => existsSync(folder));
  return packages && join(packages, '.cache', 'annexpress');
}

/** What was kept of the script with this digest. */
function readKept(file: string, digest: Uint8Array): Uint8Array | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  return bytes.subarray(0, digest.length).equals(digest) ? bytes.subarray(digest.length) : undefined;
}

/** Whole or not at all, whoever else writes it. */
function keepFile(file: string, bytes: Uint8Array): void {
  const made = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(made, bytes);
    renameSync(made, file);
  } catch {
    if (existsSync(made)) rmSync(made);
  }
}
