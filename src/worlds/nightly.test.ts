import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

/*
 * The jobs of docs/nightly.md call one script; what they say of it is run here, in a workspace that has this program
 * installed, as a build server runs it.
 */
const root = join(import.meta.dirname, '..', '..');
const plain = join(import.meta.dirname, 'cases', 'plain');
const annex = `${process.execPath} ${join(root, 'dist/cli/annex.js')}`;
const jobs = [...readFileSync(join(root, 'docs/nightly.md'), 'utf8').matchAll(/^```yaml\n(.*?)^```/gms)].map(
  ([, text]) => parse(text!),
);
const [github, gitlab] = jobs;
const steps: readonly string[] = github.jobs.nightly.steps.flatMap(({ run }: { run?: string }) => run ?? []);
const script: readonly string[] = gitlab.pages.script;
const commandIn = (lines: readonly string[]) => lines.find((line) => line.includes('nightly.sh'))!;

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'annex-nightly-'));
  cpSync(plain, workspace, { recursive: true, filter: (source) => !source.endsWith('expected') });
  mkdirSync(join(workspace, 'node_modules'));
  symlinkSync(root, join(workspace, 'node_modules', 'annexpress'));
  git('init', '--quiet');
  git('commit', '--quiet', '--allow-empty', '--message', 'Sources', '--date', '2026-11-21T03:00:00Z');
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

const day = { GIT_COMMITTER_DATE: '2026-11-21T03:00:00Z' };
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=n@localhost', ...args], {
    cwd: workspace,
    env: { ...process.env, ...day },
  });
const night = (line: string, env: Readonly<Record<string, string>> = {}) =>
  spawnSync('sh', ['-c', line], {
    cwd: workspace,
    encoding: 'utf8',
    env: { ...process.env, ANNEX: annex, GITHUB_STEP_SUMMARY: 'summary.md', ...env },
  });
const read = (path: string) => readFileSync(join(workspace, path), 'utf8');
const latest = (target: string) => JSON.parse(read(`${target}/latest.json`)).manifest;
const artifacts = (target: string): readonly object[] =>
  JSON.parse(read(`${target}/manifest.json`)).artifacts;
const matrix = 'data/products/mail/matrix.csv';

describe('a night', () => {
  it.each([
    ['GitHub', steps, 'site'],
    ['GitLab', script, 'public'],
  ])('as the job for %s has it builds, verifies and publishes, and sums it up', (_, lines, target) => {
    const { status, stdout, stderr } = night(commandIn(lines));
    expect([status, stderr]).toEqual([0, expect.not.stringContaining('error')]);
    expect(stdout).toMatch(/made in output.*agree in output.*shows manifests\/000001-2026-11-21\.json/s);
    expect(latest(target)).toBe('manifests/000001-2026-11-21.json');
    expect(existsSync(join(workspace, target, 'index.html'))).toBe(true);
    expect(read('summary.md')).toMatch(/^### annex build: \d+ made.*^### annex publish: \d+ new/ms);
  });

  it('in which a product has an error publishes the rest, keeps what was there, and fails', () => {
    night(commandIn(steps));
    const published = artifacts('site');
    writeFileSync(join(workspace, matrix), read(matrix).replace(',RA', ',RX'));
    const { status, stdout } = night(commandIn(steps));
    expect([status, stdout]).toEqual([1, expect.stringContaining('shows manifests/000002')]);
    expect(artifacts('site')).toEqual(published.map((artifact) => ({ ...artifact, state: 'kept' })));
    expect(read('summary.md')).toContain('is not a code');
  });

  it('in which a document is not what the matrix says publishes nothing', () => {
    night(commandIn(steps));
    const published = read('site/latest.json');
    // A program that says it builds, and makes nothing.
    writeFileSync(join(workspace, matrix), read(matrix).replace(',RA', ',R'));
    writeFileSync(join(workspace, 'annex.sh'), `[ "$1" = build ] || exec ${annex} "$@"\n`);
    expect(night(commandIn(steps), { ANNEX: 'sh annex.sh' }).status).toBe(1);
    expect(read('site/latest.json')).toBe(published);
  });
});

it('installs first, and keeps the output from night to night', () => {
  expect([steps[0], script[0]]).toEqual(['npm ci', 'npm ci']);
  const cached = github.jobs.nightly.steps.find(({ uses = '' }) => uses.startsWith('actions/cache'));
  expect([cached.with.path, gitlab.pages.cache.paths]).toEqual(['output', ['output', 'public']]);
});

it('is never two at once', () => {
  expect([github.concurrency, gitlab.pages.resource_group]).toEqual(['nightly', 'nightly']);
});
