import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { workAlone } from './alone.ts';

const folder = mkdtempSync(join(tmpdir(), 'annex-alone-'));
const sign = join(folder, 'run.lock');
afterEach(() => rmSync(sign, { force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('two runs are never at work at once', () => {
  const release = workAlone(sign);
  expect(() => workAlone(sign)).toThrow(`another run is at work there, as process ${process.pid}`);
  release();
  expect(existsSync(sign)).toBe(false);
  workAlone(sign)();
});

it('a run of another process is waited for as long as that lives', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  writeFileSync(sign, `${hostname()} ${other.pid}\n`);
  expect(() => workAlone(sign)).toThrow(`as process ${other.pid}: wait for its end`);
  other.kill('SIGKILL');
  await once(other, 'exit');
  workAlone(sign)();
});

it.each([
  ['of another machine', 'elsewhere.example 1\n'],
  ['of an earlier process of the same number', `${hostname()} ${process.pid}\n`],
  ['that was torn', hostname()],
  ['that says nothing', ''],
])('a sign %s is nobody’s', (_, text) => {
  writeFileSync(sign, text);
  workAlone(sign)();
  expect(existsSync(sign)).toBe(false);
});
