import type { Baseline } from '../diagnostics/baseline/baseline.ts';
import { readBaseline } from '../diagnostics/baseline/file.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { summarize } from '../diagnostics/summary.ts';
import { readFileAt } from '../workspace/disk.ts';
import { type ExitCode, exitCodes } from './exit.ts';
import type { Terminal } from './terminal.ts';
import { UsageFault } from './usage-fault.ts';
import { verdictOf } from './verdict.ts';

/**
 * The baseline that `--baseline` names, an empty one where it names none. Throws WorkspaceFault where the file cannot be
 * read, UsageFault where it is no baseline.
 */
export function readBaselineAt(path: string | undefined): Baseline {
  if (path === undefined) return [];
  const baseline = readBaseline(new TextDecoder().decode(readFileAt(path).bytes));
  if (baseline === undefined)
    throw new UsageFault(`'${path}' is no baseline: annex check --write-baseline writes one.`);
  return baseline;
}

/** The exit code of a run. Where there are more warnings than it may have, it says so and fails. */
export function judge(
  findings: readonly LocatedDiagnostic[],
  mostWarnings: number | undefined,
  terminal: Terminal,
): ExitCode {
  const verdict = verdictOf(findings);
  const { warnings } = summarize(findings);
  if (mostWarnings === undefined || warnings <= mostWarnings) return verdict;
  const found = warnings === 1 ? '1 warning is' : `${warnings} warnings are`;
  terminal.err(`${found} more than --max-warnings ${mostWarnings} allows.\n`);
  return verdict === exitCodes.fine ? exitCodes.content : verdict;
}
