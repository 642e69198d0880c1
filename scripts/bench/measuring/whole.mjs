// Whole processes: from the first instruction of node to the last, on the core that the parent is pinned to.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from './program.mjs';

const preload = new URL('usage.mjs', import.meta.url).href;

/**
 * Runs the command, as a user would, in a folder: `{milliseconds, megabytes, out}`, processor time and the peak of its memory.
 * Fails where it does not end with exit code 0.
 */
export const annex = (words, folder) => whole([command, ...words], folder);

/** The same of any script. */
export function whole(words, cwd) {
  const file = join(tmpdir(), `annex-bench-usage-${process.pid}.json`);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', preload, ...words], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, BENCH_USAGE: file },
  });
  if (status !== 0) throw new Error(`${words.join(' ')}: exit ${status}\n${stderr.slice(-2000)}`);
  const usage = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file);
  return { ...usage, out: stdout };
}

/**
 * Runs a program by its name, the processes that it starts on its way included: `{milliseconds, out}`, processor time as the
 * shell tells it. What a shell starts, and not node, can be measured no other way.
 */
export function timed(program, words, cwd) {
  const script = 'TIMEFORMAT="%U %S"; time "$@" 2>&3';
  const { status, stdout, stderr, output } = spawnSync('bash', ['-c', script, 'bash', program, ...words], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  if (status !== 0)
    throw new Error(`${program} ${words.join(' ')}: exit ${status}\n${output[3].slice(-2000)}`);
  const [user, system] = stderr.trim().split(' ').map(Number);
  return { milliseconds: (user + system) * 1000, out: stdout };
}
