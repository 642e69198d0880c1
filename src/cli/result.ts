import { writeFileSync } from 'node:fs';
import { faultOf } from '../workspace/errno.ts';
import type { Terminal } from './terminal.ts';

/** Writes what a command was asked for: to the file that `--out` names, else to standard output. Throws WorkspaceFault. */
export function writeResult(content: string, out: string | undefined, terminal: Terminal): void {
  if (out === undefined) terminal.out(content);
  else writeTo(out, content);
}

function writeTo(path: string, content: string): void {
  try {
    writeFileSync(path, content);
  } catch (thrown) {
    throw faultOf(path, 'written', thrown);
  }
}
