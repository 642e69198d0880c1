import { initWorkspace } from '../../scaffold/init.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import type { Terminal } from '../terminal.ts';
import { printNext, printWritten } from '../written.ts';

/** `annex init`: lists what was written, and the next command. */
export async function runInit(
  options: { readonly workspace: string },
  terminal: Terminal,
): Promise<ExitCode> {
  printWritten(initWorkspace(options.workspace), terminal);
  printNext('annex build', options.workspace, terminal);
  return exitCodes.fine;
}
