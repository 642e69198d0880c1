import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPaint } from '../../diagnostics/paint.ts';
import { learnFiles } from '../../workspace/familiar.ts';
import { forgetFound } from '../../workspace/once.ts';
import { exitCodes } from '../exit.ts';
import { runCommand } from '../run.ts';
import type { Terminal } from '../terminal.ts';
import { lendArrayMethods } from './late-methods.ts';

/**
 * Runs on a small workspace what people run most, so that a snapshot holds its functions compiled and its fonts parsed. What
 * is kept of documents is kept by their content, so nothing of this one reaches another; what was found outside is forgotten.
 */
export async function rehearse(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'annex-rehearsal-'));
  const at = ['-w', folder];
  const lines = [
    ['init', folder],
    ['build', ...at, '-l', 'en', '-f', 'pdf'],
    ['build', ...at, '-l', 'en', '-f', 'xlsx'],
    ['check', ...at],
    ['list', ...at],
    ['build', '--help'],
  ];
  const methods = lendArrayMethods();
  const learning = learnFiles();
  try {
    for (const line of lines) {
      await rehearseLine(line);
      forgetFound();
    }
  } finally {
    learning.stop();
    methods.takeBack();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rehearseLine(line: readonly string[]): Promise<void> {
  let said = '';
  const hear = (text: string) => {
    said += text;
  };
  const paint = createPaint(false);
  const terminal: Terminal = { out: hear, err: hear, interactive: false, paintOut: paint, paintErr: paint };
  const code = await runCommand(line, terminal);
  if (code !== exitCodes.fine) throw new Error(`annex ${line.join(' ')}: exit code ${code}\n${said}`);
}
