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
