import { appendFileSync, writeFileSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import { type Compared, holdAgainst, takeBaseline } from '../../diagnostics/baseline/baseline.ts';
import { printBaseline } from '../../diagnostics/baseline/file.ts';
import { printGithub, printGithubList } from '../../diagnostics/reporters/github.ts';
import type { Report } from '../../diagnostics/reporters/report.ts';
import { type ReporterName, reporters } from '../../diagnostics/reporters/reporters.ts';
import { printSummary, summarize } from '../../diagnostics/summary.ts';
import { listAccounts } from '../../runs/explain.ts';
import { checkWorkspace } from '../../runs/inspect.ts';
import { programVersion } from '../../version.ts';
import { faultOf } from '../../workspace/errno.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import { printFindings } from '../findings.ts';
import { judge, readBaselineAt } from '../judge.ts';
import type { Terminal } from '../terminal.ts';
import { UsageFault } from '../usage-fault.ts';
import { verdictOf } from '../verdict.ts';

type Options = {
  readonly workspace: string;
  readonly reporter: ReporterName;
  readonly reportFile: string | undefined;
  readonly accepted: boolean;
  readonly mostWarnings: number | undefined;
  readonly baseline: string | undefined;
  readonly writeBaseline: string | undefined;
};

/** `annex check`: the findings are the result, so they go to standard output. */
export async function runCheck(options: Options, terminal: Terminal): Promise<ExitCode> {
  refuseHumanFile(options);
  const baseline = readBaselineAt(options.baseline);
  const found = checkWorkspace(options.workspace);
  const compared = holdAgainst(baseline, found);
  const { reporter, reportFile } = options;
  if (reporter === 'human' || reportFile !== undefined) printForPerson(compared, options, terminal);
  if (reporter !== 'human') report(reporter, reportOf(compared, options), reportFile, terminal);
  if (options.writeBaseline !== undefined) {
    const taken = takeBaseline(found);
    write(options.writeBaseline, printBaseline(taken));
    const count = taken.reduce((sum, entry) => sum + entry.count, 0);
    terminal.err(
      `The baseline holds ${count} ${count === 1 ? 'finding' : 'findings'}: ${options.writeBaseline}\n`,
    );
    return verdictOf(found) === exitCodes.files ? exitCodes.files : exitCodes.fine;
  }
  return judge(compared.findings, options.mostWarnings, terminal);
}

function refuseHumanFile({ reporter, reportFile }: Options): void {
  if (reporter !== 'human' || reportFile === undefined) return;
  const names = Object.keys(reporters).join(', ');
  throw new UsageFault(`Say with --reporter what to write into '${reportFile}': ${names}.`);
}

function reportOf({ findings, gone }: Compared, { workspace, baseline }: Options): Report {
  // A workspace that lies elsewhere has no path that a repository would know.
  const inside = relative('.', workspace).replaceAll('\\', '/');
  const root = inside.startsWith('..') || isAbsolute(inside) ? '' : inside;
  return {
    findings,
    gone,
    compared: baseline !== undefined,
    accounts: listAccounts(),
    root: root === '' ? '' : `${root}/`,
    version: programVersion(),
  };
}

/**
 * A report goes to standard output or to its file. Of GitHub's, the commands must reach the log of the step; the file,
 * or else the summary of the step, takes the whole list.
 */
function report(
  reporter: keyof typeof reporters,
  content: Report,
  file: string | undefined,
  terminal: Terminal,
): void {
  if (reporter !== 'github') {
    const text = reporters[reporter](content);
    if (file === undefined) terminal.out(text);
    else write(file, text);
    return;
  }
  const summary = process.env.GITHUB_STEP_SUMMARY || undefined;
  terminal.out(printGithub(content, file ?? (summary && 'the summary of this step')));
  if (file !== undefined) write(file, printGithubList(content));
  else if (summary !== undefined) write(summary, printGithubList(content), appendFileSync);
}

function write(path: string, text: string, how: (path: string, text: string) => void = writeFileSync): void {
  try {
    how(path, text);
  } catch (thrown) {
    throw faultOf(path, 'written', thrown);
  }
}

function printForPerson({ findings, gone }: Compared, options: Options, terminal: Terminal): void {
  const shown = findings.filter(
    (found) => found.known !== true && (options.accepted || found.accepted === undefined),
  );
  printFindings(shown, terminal, 'out');
  for (const { file, rule, message } of gone)
    terminal.out(`${file} ${terminal.paintOut.green('gone')} ${terminal.paintOut.dim(rule)} ${message}\n`);
  terminal.out(`${printSummary(summarize(findings))}\n`);
  if (gone.length > 0)
    terminal.out('Write the baseline anew, so that what is gone cannot come back unseen.\n');
}
