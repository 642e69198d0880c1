import { printSummary, summarize } from '../../diagnostics/summary.ts';
import { type BuildResult, buildWorkspace } from '../../pipeline.ts';
import type { Request } from '../../plan/plan.ts';
import type { ExitCode } from '../exit.ts';
import { printFindings } from '../findings.ts';
import { Progress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { verdictOf } from '../verdict.ts';

type Options = {
  readonly workspace: string;
  readonly out: string | undefined;
  readonly request: Request;
  readonly json: boolean;
};

/** `annex build`: findings and progress go to standard error, the list of what was made to standard output. */
export async function runBuild(options: Options, terminal: Terminal): Promise<ExitCode> {
  const progress = new Progress(terminal);
  let result: BuildResult;
  try {
    result = await buildWorkspace({
      workspace: options.workspace,
      ...(options.out !== undefined && { out: options.out }),
      request: options.request,
      onProgress: (done, total, artifact) => progress.step(done, total, artifact),
    });
  } finally {
    progress.end();
  }
  const open = result.diagnostics.filter((found) => found.accepted === undefined);
  printFindings(open, terminal, 'err');
  if (options.json) terminal.out(printResult(result));
  else printPublication(result, terminal);
  return verdictOf(result.diagnostics);
}

function printPublication(result: BuildResult, terminal: Terminal): void {
  const { publication, out, held } = result;
  const { paintOut } = terminal;
  for (const artifact of publication?.made ?? []) {
    const mark = artifact.state === 'draft' ? paintOut.yellow('draft') : paintOut.green('built');
    terminal.out(`${mark} ${artifact.path} ${paintOut.dim(printSize(artifact.bytes))}\n`);
  }
  for (const artifact of publication?.kept ?? []) {
    terminal.out(`${paintOut.yellow('kept ')} ${artifact.path} ${paintOut.dim('of an earlier build')}\n`);
  }
  for (const path of publication?.pruned ?? []) terminal.out(`${paintOut.dim('gone ')} ${path}\n`);
  const kept = new Set(publication?.kept.map(({ path }) => path));
  for (const { path } of held.filter((artifact) => !kept.has(artifact.path))) {
    terminal.out(`${paintOut.red('held ')} ${path} ${paintOut.dim('not made: see the errors')}\n`);
  }
  const made = publication?.made.length ?? 0;
  terminal.out(`${made} made in ${out}; ${printSummary(summarize(result.diagnostics))}\n`);
}

function printSize(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1000))} kB`;
}

/** `{format: 1, out, made, kept, pruned, held, summary}`; the artifacts as in manifest.json. */
function printResult(result: BuildResult): string {
  const { publication, out, held } = result;
  return `${JSON.stringify(
    {
      format: 1,
      out,
      made: publication?.made ?? [],
      kept: publication?.kept ?? [],
      pruned: publication?.pruned ?? [],
      held,
      summary: summarize(result.diagnostics),
    },
    null,
    2,
  )}\n`;
}
