import { spawnSync } from 'node:child_process';
import { it } from 'vitest';

/** Runs another program to its end and gives its standard output; throws what it said where it failed. */
export function runProgram(program: string, args: readonly string[]): string {
  const run = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${run.error?.message ?? run.stderr}`);
  return run.stdout;
}

function isThere(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/**
 * A test that needs another program. Where the program is not installed it is skipped, loudly; on a build server
 * (`CI=true`) a skip is a failure, for there `npm run setup:checks` has installed everything.
 */
export function itWith(
  program: string,
  name: string,
  run: () => void | Promise<void>,
  timeout = 60_000,
): void {
  if (isThere(program)) {
    it(name, run, timeout);
  } else if (process.env.CI === 'true') {
    it(name, () => {
      throw new Error(`${program} is not installed: run npm run setup:checks`);
    });
  } else {
    console.warn(`SKIPPED: '${name}' needs ${program} (npm run setup:checks installs it on Debian)`);
    it.skip(`${name} (needs ${program})`, run);
  }
}
