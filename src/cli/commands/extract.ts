import { readFileSync } from 'node:fs';
import { summarize } from '../../diagnostics/summary.ts';
import { extractText } from '../../runs/extract.ts';
import { faultOf } from '../../workspace/errno.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import { printFindings } from '../findings.ts';
import { writeResult } from '../result.ts';
import type { Terminal } from '../terminal.ts';

type Options = {
  readonly file: string;
  readonly as: 'csv' | 'json';
  readonly language: string | undefined;
  readonly product: string | undefined;
  readonly out: string | undefined;
};

/** `annex extract`: what the file carries goes to standard output, or to the file that `--out` names. */
export async function runExtract(options: Options, terminal: Terminal): Promise<ExitCode> {
  const { file, out } = options;
  const bytes = readBytes(file);
  const { value, diagnostics } = await extractText({ path: file, bytes }, options);
  printFindings(diagnostics, terminal, 'err');
  if (value !== undefined) writeResult(value, out, terminal);
  return summarize(diagnostics).errors > 0 ? exitCodes.content : exitCodes.fine;
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (thrown) {
    throw faultOf(path, 'read', thrown);
  }
}
