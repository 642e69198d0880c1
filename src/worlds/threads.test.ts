import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/* The compiled command, for a thread is started from a file that Node can read by itself; `npm test` compiles it. */
const root = join(import.meta.dirname, '../..');
const world = join(import.meta.dirname, 'cases/two-languages');
let workspace: string;

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'annex-threads-'));
  cpSync(world, workspace, { recursive: true, filter: (source) => !source.endsWith('expected') });
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

function buildWith(jobs: number): ReadonlyMap<string, string> {
  const out = join(workspace, `out-${jobs}`);
  const args = ['dist/cli/annex.js', 'build', '-w', workspace, '--out', out, '--jobs', String(jobs)];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [path.slice(out.length), readFileSync(path, 'latin1')]));
}

describe('threads', () => {
  it('make what one makes, whoever is finished first, to the last byte of the record', () => {
    const alone = buildWith(1);
    const annexes = [...alone.keys()].filter((path) => path.endsWith('.pdf'));
    expect(annexes.map((path) => path.slice(-6, -4)).sort()).toEqual(['en', 'fr']);
    expect(buildWith(3)).toEqual(alone);
  });
});
