import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerTo } from './answer.ts';

/* What becomes of an output folder: published to another one, shown as it was before, served. */
const root = join(import.meta.dirname, '..', '..');
const plain = join(import.meta.dirname, 'cases', 'plain');
let folder: string;
let workspace: string;
let target: string;
let running: ChildProcess | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'annex-publish-'));
  workspace = join(folder, 'workspace');
  target = join(folder, 'place');
  cpSync(plain, workspace, { recursive: true, filter: (source) => !source.endsWith('expected') });
  await answerTo(['build', '-w', workspace]);
});
afterEach(async () => {
  // Asked, and not killed: tsx hands on what it is asked, and would leave its own child behind.
  if (running?.exitCode === null && running.kill('SIGTERM')) await once(running, 'exit');
  running = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const publish = (...args: string[]) => answerTo(['publish', target, '-w', workspace, ...args]);
const matrix = () => join(workspace, 'data/products/mail/matrix.csv');
const latest = () => JSON.parse(readFileSync(join(target, 'latest.json'), 'utf8')).manifest;

describe('annex publish', () => {
  it('makes a place that verifies as the output does, also when it keeps what it showed before', async () => {
    await publish('--date', '2026-11-20');
    writeFileSync(matrix(), readFileSync(matrix(), 'utf8').replace('RA', 'R'));
    await answerTo(['build', '-w', workspace]);
    const { code, out } = await publish('--date', '2026-11-21');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^\d+ new, \d+ replaced, \d+ unchanged; \S+ shows manifests\/000002-2026-11-21\.json$/m,
    );
    const verified = await answerTo(['verify', target, '-w', workspace]);
    expect(verified.text).toContain('; no findings');
  });

  it('publishes nothing where a document is not the one that was built', async () => {
    await publish();
    const { artifacts } = JSON.parse(readFileSync(join(workspace, 'output/manifest.json'), 'utf8'));
    writeFileSync(join(workspace, 'output', artifacts[0].path), 'altered');
    const { code, err, out } = await publish();
    expect([code, out]).toEqual([1, `Nothing published: ${target} is as it was.\n`]);
    expect(err).toContain('output-checksum');
  });

  it('goes back, and names what there is where it cannot', async () => {
    await publish('--date', '2026-11-21');
    const { code, text } = await publish('--rollback', '000001-2026-11-22');
    expect([code, text]).toEqual([
      2,
      "annex: There is no delivery '000001-2026-11-22'. Did you mean '000001-2026-11-21'?\nTry: annex publish --help\n",
    ]);
    expect((await publish('--rollback', '1', '--json')).out).toContain(
      '"shown": "manifests/000001-2026-11-21.json"',
    );
  });

  it('takes the day from SOURCE_DATE_EPOCH, and from no clock', async () => {
    process.env.SOURCE_DATE_EPOCH = '1795219200';
    await publish();
    delete process.env.SOURCE_DATE_EPOCH;
    expect(latest()).toBe('manifests/000001-2026-11-21.json');
  });

  it.each([
    [['--date', '2026-02-30'], "found '2026-02-30'"],
    [['--keep', '0'], "found '0'"],
    [['--url', 'javascript:alert(1)'], "found 'javascript:alert(1)'"],
  ])('does not follow %j', async (args, says) => {
    const { code, text } = await publish(...args);
    expect(code).toBe(2);
    expect(text).toContain(says);
  });

  it.each(['.', 'data', 'output', 'output/below'])(
    'never writes among sources or into the output: %s',
    async (name) => {
      const { code } = await answerTo(['publish', join(workspace, name), '-w', workspace]);
      expect(code).toBe(2);
    },
  );
});

describe('annex serve', () => {
  const command = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'src/cli/annex.ts'), 'serve'];
  async function start(...args: string[]): Promise<{ address: string; said: () => string }> {
    running = spawn(process.execPath, [...command, '-w', workspace, '--port', '0', ...args]);
    let said = '';
    running.stderr!.setEncoding('utf8').on('data', (piece) => {
      said += piece;
    });
    const [printed] = await once(running.stdout!.setEncoding('utf8'), 'data');
    return { address: printed.trim(), said: () => said };
  }

  it.each(['SIGINT', 'SIGTERM'] as const)('gives what was built, and ends with 0 at %s', async (signal) => {
    const { address, said } = await start();
    const { artifacts } = JSON.parse(await (await fetch(`${address}manifest.json`)).text());
    const answer = await fetch(address + artifacts[0].path);
    expect((await answer.arrayBuffer()).byteLength).toBe(artifacts[0].bytes);
    expect(said()).not.toContain('Open to others');
    running!.kill(signal);
    expect(await once(running!, 'exit')).toEqual([0, null]);
  });

  it('says so where it is open to others', async () => {
    const { address, said } = await start('--host', '0.0.0.0');
    expect((await fetch(address)).status).toBe(200);
    expect(said()).toContain('without a password');
  });

  it.each([
    [['--out', 'nowhere'], 3, 'it does not exist'],
    [['--host', '203.0.113.7'], 3, "'203.0.113.7' is no address of this machine."],
    [['--host', 'a b'], 2, "found 'a b'"],
    [['--port', 'http'], 2, "found 'http'"],
  ])('%j is not followed: %d', async (args, code, says) => {
    const answer = await answerTo(['serve', '-w', workspace, ...args]);
    expect(answer.text).toContain(says);
    expect(answer.code).toBe(code);
  });
});
