import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const watchdog = join(import.meta.dirname, 'watchdog.ts');

/** Runs a script under the guard; how it ended, and what it said. */
function runGuarded(script: string) {
  const guarded = `import { guardAgainstStandstill } from ${JSON.stringify(watchdog)}; ${script}`;
  const file = join(mkdtempSync(join(tmpdir(), 'annex-watchdog-')), 'guarded.mjs');
  writeFileSync(file, guarded);
  const { status, signal, stderr } = spawnSync(process.execPath, ['--import', 'tsx', file], {
    cwd: root,
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { status, signal, stderr };
}

describe('a process that is guarded', () => {
  it('is killed when nothing moves in it, and says so as its log does', () => {
    const { signal, stderr } = runGuarded('guardAgainstStandstill(2); setTimeout(() => { for (;;); }, 100);');
    expect(signal).toBe('SIGKILL');
    expect(JSON.parse(stderr)).toMatchObject({
      level: 'fatal',
      msg: expect.stringContaining('nothing moved for 2 seconds'),
    });
  }, 30_000);

  it('goes on for as long as it moves, and then ends by itself', () => {
    const { status, stderr } = runGuarded('guardAgainstStandstill(1); setTimeout(() => {}, 3000);');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  }, 30_000);

  it('may stand still when the guard has ended', () => {
    const script =
      'const { end } = guardAgainstStandstill(1); end();' +
      'const until = performance.now() + 2500; setTimeout(() => { while (performance.now() < until); }, 100);';
    expect(runGuarded(script)).toMatchObject({ status: 0, stderr: '' });
  }, 30_000);
});
