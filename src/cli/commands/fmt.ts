import { relative, resolve, sep } from 'node:path';
import { isBlocking } from '../../diagnostics/diagnostic.ts';
import { formatWorkspace } from '../../fix/canonical.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import { printFindings } from '../findings.ts';
import type { Terminal } from '../terminal.ts';

type Options = { readonly workspace: string; readonly files: readonly string[]; readonly check: boolean };

/** `annex fmt`: names each file that was rewritten, or would be, and how it was written. */
export async function runFmt(options: Options, terminal: Terminal): Promise<ExitCode> {
  const { workspace, check } = options;
  const files = options.files.map((file) => pathIn(workspace, file));
  const result = formatWorkspace({ workspace, files, check });
  printFindings(result.diagnostics, terminal, 'err');
  const word = check ? terminal.paintOut.yellow('would change') : terminal.paintOut.green('rewritten');
  for (const { file, was } of result.changed) {
    terminal.out(`${word} ${file} ${terminal.paintOut.dim(`(${was})`)}\n`);
  }
  const { length } = result.changed;
  terminal.out(
    `${length} of ${result.looked} ${result.looked === 1 ? 'file' : 'files'} ${check ? 'would change' : 'rewritten'}.\n`,
  );
  const isRefused = result.diagnostics.some(isBlocking);
  return isRefused || (check && length > 0) ? exitCodes.content : exitCodes.fine;
}

/** A file as findings name it: what was typed is seen from this folder, or else already from the workspace. */
function pathIn(workspace: string, typed: string): string {
  const path = relative(resolve(workspace), resolve(typed));
  const isInside = path !== '' && !path.startsWith('..') && path !== resolve(typed);
  return (isInside ? path : typed).split(sep).join('/').replace(/\/+$/, '');
}
