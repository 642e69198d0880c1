import { plainFindings } from '../../diagnostics/reporters/json.ts';
import { summarize } from '../../diagnostics/summary.ts';
import { type PublishResult, publishOutput, rollBackPlace } from '../../runs/publish-output.ts';
import type { ExitCode } from '../exit.ts';
import { printFindings } from '../findings.ts';
import { appendSummary } from '../summary/append.ts';
import { summarizePublished } from '../summary/publish.ts';
import type { Terminal } from '../terminal.ts';
import { verdictOf } from '../verdict.ts';

type Options = {
  readonly workspace: string;
  readonly target: string;
  readonly out: string | undefined;
  readonly date: string | undefined;
  readonly keep: number | undefined;
  readonly rollback: string | undefined;
  readonly force: boolean;
  readonly summary: string | undefined;
  readonly url: URL | undefined;
  readonly json: boolean;
};

/** `annex publish`: what keeps it from being done goes to standard error, what was written to standard output. */
export async function runPublish(options: Options, terminal: Terminal): Promise<ExitCode> {
  const { rollback } = options;
  const result = rollback === undefined ? publishOutput(options) : rollBackPlace({ ...options, rollback });
  printFindings(result.diagnostics, terminal, 'err');
  if (options.json) terminal.out(printResult(result));
  else printPublished(result, terminal);
  appendSummary(options.summary, summarizePublished(result, options.url));
  return verdictOf(result.diagnostics);
}

function printPublished(result: PublishResult, terminal: Terminal): void {
  const { target, shown, added, replaced, unchanged, pruned } = result;
  const { paintOut } = terminal;
  if (shown === undefined) {
    terminal.out(`Nothing published: ${target} is as it was.\n`);
    return;
  }
  for (const path of added) terminal.out(`${paintOut.green('new     ')} ${path}\n`);
  for (const path of replaced) terminal.out(`${paintOut.yellow('replaced')} ${path}\n`);
  for (const path of pruned) terminal.out(`${paintOut.dim('gone    ')} ${path}\n`);
  const counts = `${added.length} new, ${replaced.length} replaced, ${unchanged} unchanged`;
  terminal.out(`${counts}; ${target} shows ${shown}\n`);
}

/** `{format: 1, target, shown, added, replaced, unchanged, pruned, diagnostics, summary}`. */
function printResult({ diagnostics, ...result }: PublishResult): string {
  const printed = {
    format: 1,
    ...result,
    diagnostics: plainFindings(diagnostics),
    summary: summarize(diagnostics),
  };
  return `${JSON.stringify(printed, null, 2)}\n`;
}
