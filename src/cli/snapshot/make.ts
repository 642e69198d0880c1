/**
 * Makes a start-up snapshot for the Node that runs this, and a launcher that starts the command from it:
 * `node dist/cli/snapshot/make.js [LAUNCHER]`. Without a name, the launcher takes the place of `dist/cli/annex.js`, which a
 * package's `bin` names. Where anything stands in the way, the command stays as it was: it answers the same, only later.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programVersion } from '../../version.ts';
import { identifyNode } from './identity.ts';
import { heap, startFrom, writeLauncher } from './launcher.ts';

const fileOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const script = fileOf('snapshot/command.cjs');
const snapshot = fileOf('snapshot/annex.blob');
const command = fileOf('cli/annex.js');

makeSnapshot(process.argv[2] ?? command);

function makeSnapshot(launcher: string): void {
  if (process.platform === 'win32' || !existsSync(script)) return;
  const node = identifyNode();
  if (node === undefined || !buildSnapshot()) return;
  writeLauncher(launcher, { snapshot, node, otherwise: otherwiseFor(launcher) });
}

/** Whole, tried out, or not there at all. */
function buildSnapshot(): boolean {
  const made = `${snapshot}-${process.pid}`;
  try {
    rmSync(snapshot, { force: true });
    if (run(heap, '--snapshot-blob', made, '--build-snapshot', script) === undefined || !tryOut(made))
      return false;
    renameSync(made, snapshot);
    return true;
  } finally {
    rmSync(made, { force: true });
  }
}

/** Node 22 and 24 can start from a snapshot, and end as soon as such a process starts a thread. */
function tryOut(made: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'annex-snapshot-'));
  const annex = (...words: string[]) => run(...startFrom(made), ...words);
  try {
    if (annex('--version') !== `${programVersion()}\n`) return false;
    return annex('init', folder) !== undefined && annex('build', '-w', folder, '--jobs', '2') !== undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What Node says; undefined where it fails. */
function run(...args: string[]): string | undefined {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const { status, stdout } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}

/** What Node runs of the launcher: the command, where the launcher took its place, or else a way to it. */
function otherwiseFor(launcher: string): string {
  if (launcher !== command) return `import(${JSON.stringify(command)});\n`;
  return readFileSync(command, 'utf8').replace(/^(?:#!.*\n|':' \/\/;.*\n)+/, '');
}
