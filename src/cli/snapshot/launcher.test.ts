import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { heap, writeLauncher } from './launcher.ts';

/* A shell runs the launcher, and finds a `node` that only says with what it was called. */
const windows = process.platform === 'win32';

type Case = { readonly args: readonly string[]; readonly env?: object; readonly answer?: string };

function launch({ args, env, answer = '42' }: Case): string {
  const folder = mkdtempSync(join(tmpdir(), "annex o'launcher-"));
  const bin = join(folder, 'bin');
  const launcher = join(bin, 'annex');
  const snapshot = join(folder, 'annex.blob');
  mkdirSync(bin);
  writeFileSync(snapshot, '');
  writeFileSync(join(bin, 'node'), '#!/bin/sh\nfor word; do printf "%s|" "$word"; done\n');
  chmodSync(join(bin, 'node'), 0o755);
  writeLauncher(launcher, {
    snapshot,
    node: { ask: 'echo 42', answer },
    otherwise: 'console.log(process.argv.slice(2));\n',
  });
  const run = spawnSync(launcher, args, {
    encoding: 'utf8',
    env: { PATH: `${bin}:${process.env.PATH}`, ...env },
  });
  expect(run.stderr).toBe('');
  return run.stdout.replaceAll(folder, '');
}

const from = `${heap}|--snapshot-blob|/annex.blob|--|`;

describe.skipIf(windows)('the launcher', () => {
  it('starts what is run over and over from the snapshot, with the words as they are', () => {
    const args = ['build', '-p', 'a  b', "it's", '', '*'];
    expect(launch({ args })).toBe(`${from}build|-p|a  b|it's||*|`);
    expect(launch({ args: ['--help'] })).toBe(`${from}--help|`);
    expect(launch({ args: [] })).toBe(from);
  });

  it('starts as ever what the snapshot does not hold', () => {
    expect(launch({ args: ['serve', '--port', '0'] })).toBe('/bin/annex|serve|--port|0|');
    expect(launch({ args: ['builder'] })).toBe('/bin/annex|builder|');
  });

  it('starts as ever where Node is another, or was given options that change what it needs of a snapshot', () => {
    expect(launch({ args: ['build'], answer: '43' })).toBe('/bin/annex|build|');
    expect(launch({ args: ['build'], env: { NODE_OPTIONS: '--max-old-space-size=4096' } })).toBe(
      '/bin/annex|build|',
    );
    expect(launch({ args: ['build'], env: { NODE_OPTIONS: '' } })).toContain('--snapshot-blob');
  });

  it('is JavaScript as well', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'annex-launcher-')), 'annex.js');
    const node = { ask: 'echo "$(command -v node)"', answer: 'x' };
    writeLauncher(path, { snapshot: '/nowhere', node, otherwise: 'console.log(process.argv.slice(2));\n' });
    const run = spawnSync(process.execPath, [path, 'build', '--help'], { encoding: 'utf8' });
    expect(run).toMatchObject({ status: 0, stdout: "[ 'build', '--help' ]\n", stderr: '' });
  });
});
