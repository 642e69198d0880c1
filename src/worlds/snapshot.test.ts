import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startFrom } from '../cli/snapshot/launcher.ts';

/* What starts from the snapshot that `npm run build` made answers as the plain command does. */
const root = join(import.meta.dirname, '../..');
const snapshot = join(root, 'dist/snapshot/annex.blob');
const plain = ['dist/cli/annex.js'];
const fromSnapshot = startFrom(snapshot);

function annex(start: readonly string[], args: readonly string[], env: object = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...start, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}

function build(start: readonly string[], ...args: string[]) {
  const out = mkdtempSync(join(tmpdir(), 'annex-snapshot-'));
  const { stdout, ...run } = annex(start, ['build', '--out', out, ...args]);
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter(
    (name) => /\.(?:pdf|xlsx|json|html|txt)$/.test(name) && !name.startsWith('.annex'),
  );
  const bytes = files.map((name) => [name, readFileSync(join(out, name)).toString('latin1')] as const);
  return { ...run, stdout: stdout.replaceAll(out, ''), files: new Map(bytes) };
}

// cli/snapshot/make.ts finds out whether one can be made: of Node, 20 can, and not on Windows.
const possible = process.platform !== 'win32' && process.version.startsWith('v20.');

describe.skipIf(!possible)('a start from the snapshot', () => {
  it('is there', () => {
    expect(existsSync(snapshot)).toBe(true);
  });

  it.each([
    ['all that the workspace asks for, by threads', ['--jobs', '2']],
    ['formats that it does not ask for', ['-f', 'html,md', '-l', 'pl']],
  ])('makes the same bytes: %s', (_, args) => {
    const expected = build(plain, ...args);
    const found = build(fromSnapshot, ...args);
    expect([...found.files.keys()]).toEqual([...expected.files.keys()]);
    for (const [name, bytes] of expected.files) expect(found.files.get(name) === bytes, name).toBe(true);
    expect(found).toMatchObject({ status: 0, stdout: expected.stdout, stderr: expected.stderr });
  });

  it.each([
    [['list']],
    [['check']],
    [['show', 'email-pro']],
    [['explain']],
    [['--help']],
    [['--version']],
    [[]],
    [['build', '--frmat', 'pdf']],
    [['build', '-w', '/nowhere']],
  ])('answers the same: annex %j', (args) => {
    expect(annex(fromSnapshot, args)).toEqual(annex(plain, args));
  });

  it('sees the world of its own process', () => {
    const env = { FORCE_COLOR: '1', TZ: 'Pacific/Kiritimati' };
    const args = [
      'build',
      '-p',
      'email-pro',
      '-l',
      'en',
      '-f',
      'md',
      '--out',
      mkdtempSync(join(tmpdir(), 'annex-')),
    ];
    const said = annex(fromSnapshot, [...args, '--force'], env).stdout;
    expect(said).toContain('\u001b[');
    expect(said).toBe(annex(plain, [...args, '--force'], env).stdout);
  });
});
