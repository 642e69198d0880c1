import { printJson } from '../../diagnostics/reporters/json.ts';
import { printSummary, summarize } from '../../diagnostics/summary.ts';
import { checkWorkspace } from '../../inspect.ts';
import type { ExitCode } from '../exit.ts';
import { printFindings } from '../findings.ts';
import type { Terminal } from '../terminal.ts';
import { verdictOf } from '../verdict.ts';

type Options = {
  readonly workspace: string;
  readonly reporter: 'human' | 'json';
  readonly accepted: boolean;
};

/** `annex check`: the findings are the result, so they go to standard output. */
export async function runCheck(options: Options, terminal: Terminal): Promise<ExitCode> {
  const diagnostics = checkWorkspace(options.workspace);
  const summary = summarize(diagnostics);
  if (options.reporter === 'json') {
    terminal.out(printJson(diagnostics));
  } else {
    const shown = diagnostics.filter((found) => options.accepted || found.accepted === undefined);
    printFindings(shown, terminal, 'out');
    terminal.out(`${printSummary(summary)}\n`);
  }
  return verdictOf(diagnostics);
}
