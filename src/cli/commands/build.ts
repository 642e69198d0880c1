import { holdAgainst } from '../../diagnostics/baseline/baseline.ts';
import { isOpen } from '../../diagnostics/diagnostic.ts';
import { printSummary, summarize } from '../../diagnostics/summary.ts';
import { type BuildResult, buildWorkspace } from '../../pipeline.ts';
import type { Request } from '../../plan/plan.ts';
import type { ExitCode } from '../exit.ts';
import { printFindings } from '../findings.ts';
import { interruptible } from '../interrupt.ts';
import { judge, readBaselineAt } from '../judge.ts';
import { Progress } from '../progress.ts';
import { printReason } from '../reason.ts';
import { appendSummary } from '../summary/append.ts';
import { summarizeBuild } from '../summary/build.ts';
import type { Terminal } from '../terminal.ts';

type Options = {
  readonly workspace: string;
  readonly out: string | undefined;
  readonly request: Request;
  readonly jobs: number | undefined;
  readonly force: boolean;
  readonly explain: boolean;
  readonly mostWarnings: number | undefined;
  readonly baseline: string | undefined;
  readonly json: boolean;
  readonly summary: string | undefined;
};

/** `annex build`: findings and progress go to standard error, the list of what was made to standard output. */
export async function runBuild(options: Options, terminal: Terminal): Promise<ExitCode> {
  const baseline = readBaselineAt(options.baseline);
  const progress = new Progress(terminal);
  let built: BuildResult;
  try {
    built = await interruptible((signal) =>
      buildWorkspace({
        workspace: options.workspace,
        ...(options.out !== undefined && { out: options.out }),
        ...(options.jobs !== undefined && { jobs: options.jobs }),
        request: options.request,
        force: options.force,
        signal,
        onProgress: (done, total, artifact) => progress.step(done, total, artifact),
      }),
    );
  } finally {
    progress.end();
  }
  // Only now: an error that a baseline holds keeps from being made what it touches, as any other does.
  const result = { ...built, diagnostics: holdAgainst(baseline, built.diagnostics).findings };
  printFindings(result.diagnostics.filter(isOpen), terminal, 'err');
  if (options.json) terminal.out(printResult(result, options.explain));
  else printPublication(result, options.explain, terminal);
  appendSummary(options.summary, summarizeBuild(result));
  return judge(result.diagnostics, options.mostWarnings, terminal);
}

function printPublication(result: BuildResult, explain: boolean, terminal: Terminal): void {
  const { publication, out, held, reasons } = result;
  const { paintOut } = terminal;
  for (const artifact of publication?.made ?? []) {
    const mark = artifact.state === 'draft' ? paintOut.yellow('draft') : paintOut.green('built');
    terminal.out(`${mark} ${artifact.path} ${paintOut.dim(printSize(artifact.bytes))}\n`);
    const because = reasons.get(artifact.path);
    if (explain && because !== undefined) terminal.out(paintOut.dim(`      ${printReason(because)}\n`));
  }
  for (const artifact of publication?.kept ?? []) {
    terminal.out(`${paintOut.yellow('kept ')} ${artifact.path} ${paintOut.dim('of an earlier build')}\n`);
  }
  for (const path of publication?.pruned ?? []) terminal.out(`${paintOut.dim('gone ')} ${path}\n`);
  const kept = new Set(publication?.kept.map(({ path }) => path));
  for (const { path } of held.filter((artifact) => !kept.has(artifact.path))) {
    terminal.out(
      `${paintOut.red('held ')} ${path} ${paintOut.dim('not made: an error stands in the way')}\n`,
    );
  }
  const made = publication?.made.length ?? 0;
  const unchanged = publication?.unchanged.length ?? 0;
  const standing = unchanged > 0 ? `, ${unchanged} unchanged` : '';
  terminal.out(`${made} made${standing} in ${out}; ${printSummary(summarize(result.diagnostics))}\n`);
}

function printSize(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1000))} kB`;
}

/**
 * `{format: 1, out, made, unchanged, kept, pruned, held, summary}`; the artifacts as in manifest.json. With `explain`,
 * `reasons` by path: `{kind: 'new' | 'sources' | 'missing' | 'altered', paths?}`.
 */
function printResult(result: BuildResult, explain: boolean): string {
  const { publication, out, held, reasons } = result;
  return `${JSON.stringify(
    {
      format: 1,
      out,
      made: publication?.made ?? [],
      unchanged: publication?.unchanged ?? [],
      kept: publication?.kept ?? [],
      pruned: publication?.pruned ?? [],
      held,
      ...(explain && { reasons: Object.fromEntries(reasons) }),
      summary: summarize(result.diagnostics),
    },
    null,
    2,
  )}\n`;
}
