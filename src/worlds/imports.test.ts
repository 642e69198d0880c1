import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from '../cli/run.ts';
import type { Terminal } from '../cli/terminal.ts';
import { createPaint } from '../diagnostics/paint.ts';
import { printChanges, readSources } from './changes.ts';

/*
 * Each folder of imports/ holds pages, perhaps a workspace, and expected/: command lines, and what the program answers
 * and writes. A word of a command line that names something in the folder means that; `workspace` may be new.
 */
const imports = join(import.meta.dirname, 'imports');
const scratch = mkdtempSync(join(tmpdir(), 'annex-imports-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.each(readdirSync(imports).sort())('the page of %s', (name) => {
  const expected = join(imports, name, 'expected');

  it.each(readdirSync(expected).sort())('is answered to %s', async (file) => {
    const folder = mkdtempSync(join(scratch, `${name}-`));
    const isGiven = (source: string) => source !== expected;
    cpSync(join(imports, name), folder, { recursive: true, filter: isGiven });
    const answer = await run(file.replace(/\.txt$/, '').split(' '), folder);
    await expect(answer).toMatchFileSnapshot(join(expected, file));
  });
});

/** Both streams as a log would have them, the exit code, and what was written. */
async function run(words: readonly string[], folder: string): Promise<string> {
  let text = '';
  const write = (piece: string) => {
    text += piece;
  };
  const plain = createPaint(false);
  const terminal: Terminal = { out: write, err: write, interactive: false, paintOut: plain, paintErr: plain };
  const isThere = (word: string) => word === 'workspace' || existsSync(join(folder, word));
  const before = readSources(folder);
  const code = await runCommand(
    words.map((word) => (isThere(word) ? join(folder, word) : word)),
    terminal,
  );
  return `${text.replaceAll(`${folder}/`, '')}exit ${code}\n${printChanges(before, readSources(folder))}`;
}
