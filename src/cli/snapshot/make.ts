/**
 * Makes a start-up snapshot for the Node that runs this, and a launcher that starts the command from it:
 * `node dist/cli/snapshot/make.js [LAUNCHER]`. Without a name, the launcher takes the place of `dist/cli/annex.js`, which a
 * package's `bin` names. Where anything stands in the way, the command stays as it was: it answers the same, only later.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { programVersion } from '../../version.ts';
import { identifyNode } from './identity.ts';
import { writeLauncher } from './launcher.ts';

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
  const { NODE_OPTIONS: _, ...env } = process.env;
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--snapshot-blob', made, ...args], { env, encoding: 'utf8' });
  try {
    rmSync(snapshot, { force: true });
    if (run('--build-snapshot', script).status !== 0) return false;
    if (run('--', '--version').stdout !== `${programVersion()}\n`) return false;
    renameSync(made, snapshot);
    return true;
  } finally {
    rmSync(made, { force: true });
  }
}

/** What Node runs of the launcher: the command, where the launcher took its place, or else a way to it. */
function otherwiseFor(launcher: string): string {
  if (launcher !== command) return `import(${JSON.stringify(command)});\n`;
  return readFileSync(command, 'utf8').replace(/^(?:#!.*\n|':' \/\/;.*\n)+/, '');
}
