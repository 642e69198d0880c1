import { fixWorkspace } from '../../fix/fix.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import { printFindings } from '../findings.ts';
import type { Terminal } from '../terminal.ts';

type Options = { readonly workspace: string; readonly products: readonly string[]; readonly dryRun: boolean };

/** `annex fix`: shows the ids that are filled in; with `--dry-run` nothing is written. */
export async function runFix(options: Options, terminal: Terminal): Promise<ExitCode> {
  const result = fixWorkspace(options);
  printFindings(result.diagnostics, terminal, 'err');
  for (const { file, line, id, activity } of result.filled) {
    terminal.out(
      `${file}:${line} ${terminal.paintOut.green(`+ ${id}`)} ${terminal.paintOut.dim(activity)}\n`,
    );
  }
  const count = result.filled.length;
  if (count === 0) terminal.out('No empty ids.\n');
  else if (options.dryRun) terminal.out(`${count} empty ${count === 1 ? 'id' : 'ids'}; nothing written.\n`);
  else terminal.out(`Filled in ${count} ${count === 1 ? 'id' : 'ids'}.\n`);
  return result.diagnostics.length > 0 ? exitCodes.content : exitCodes.fine;
}
