import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { answerTo } from './answer.ts';
import { printChanges, readSources } from './changes.ts';

/*
 * Each folder of cases/ is a world: the files of a workspace, and expected/, whose file names are command lines and
 * whose texts are what the program answers: streams, exit code, and what it did to the source files.
 * `npx vitest run src/worlds -u` accepts answers.
 */
const cases = join(import.meta.dirname, 'cases');
const scratch = mkdtempSync(join(tmpdir(), 'annex-worlds-'));
// Some commands build, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.each(readdirSync(cases).sort())('the world %s', (name) => {
  const expected = join(cases, name, 'expected');
  const commands = readdirSync(expected).sort();

  it('expects at least one answer', () => {
    expect(commands.length).toBeGreaterThan(0);
  });

  it.each(commands)('answers %s', async (file) => {
    const workspace = layOut(name);
    const answer = await run(file.replace(/\.txt$/, '').split(' '), workspace);
    await expect(answer).toMatchFileSnapshot(join(expected, file));
  });
});

/** A copy of the world, for commands that write. */
function layOut(name: string): string {
  const workspace = mkdtempSync(join(scratch, `${name}-`));
  cpSync(join(cases, name), workspace, {
    recursive: true,
    filter: (source) => source !== join(cases, name, 'expected'),
  });
  expect(existsSync(join(workspace, 'expected'))).toBe(false);
  return workspace;
}

/** Runs a command line in a world; both streams as a log would have them, the exit code, and what was written. */
async function run(args: readonly string[], workspace: string): Promise<string> {
  const before = readSources(workspace);
  const { code, text } = await answerTo([...args, '--workspace', workspace]);
  const changes = printChanges(before, readSources(workspace));
  return `${text.replaceAll(workspace, '<workspace>')}exit ${code}\n${changes}`;
}
