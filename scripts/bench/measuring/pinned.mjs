// A process on one core: what is compared then has the same, whatever threads it would start.
import { spawn, spawnSync } from 'node:child_process';

const canPin = spawnSync('taskset', ['--version']).status === 0;

/** What a machine without taskset, which is part of util-linux, cannot keep to. */
export const unpinned = canPin ? [] : ['taskset: programs may have used more than one core'];

/** The words of a command that starts node on the last core. */
export function onOneCore(words) {
  const core = String(Number(spawnSync('nproc').stdout.toString().trim() || 1) - 1);
  return canPin ? ['taskset', '-c', core, process.execPath, ...words] : [process.execPath, ...words];
}

/** Starts node on one core; what it sends is the answer. */
export function askPinned(words) {
  const [program, ...rest] = onOneCore(words);
  const child = spawn(program, rest, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, RAYON_NUM_THREADS: '1' },
  });
  return new Promise((resolve, reject) => {
    let answer;
    child.on('message', (message) => {
      answer = message;
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 && answer !== undefined
        ? resolve(answer)
        : reject(new Error(`${words.join(' ')}: exit ${code}`)),
    );
  });
}
