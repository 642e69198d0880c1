import { plainFindings } from '../../diagnostics/reporters/json.ts';
import { summarize } from '../../diagnostics/summary.ts';
import type { RoundChange } from '../../import/round/changes.ts';
import {
  type ImportWorkbookOptions,
  type ImportWorkbookResult,
  importWorkbook,
} from '../../import/round/import-workbook.ts';
import type { RoundPlan } from '../../import/round/plan.ts';
import type { ExitCode } from '../exit.ts';
import { printFindings } from '../findings.ts';
import type { Terminal } from '../terminal.ts';
import { verdictOf } from '../verdict.ts';
import { printNext, printWritten } from '../written.ts';

type Options = ImportWorkbookOptions & { readonly json: boolean };

/** `annex import` of a workbook that was edited: the changes are the result, what stands in their way is said beside it. */
export async function runImportWorkbook(options: Options, terminal: Terminal): Promise<ExitCode> {
  const result = importWorkbook(options);
  if (options.json) terminal.out(`${JSON.stringify(reportOf(result, options), null, 2)}\n`);
  else printResult(result, options, terminal);
  return verdictOf(result.diagnostics);
}

/** `{format: 1, product, language, edition, file, dryRun, changes, conflicts, missing, files, diagnostics, summary}`. */
function reportOf({ plan, files, diagnostics }: ImportWorkbookResult, { file, dryRun }: Options): object {
  return {
    format: 1,
    product: plan?.product ?? null,
    language: plan?.language ?? null,
    edition: plan?.edition ?? null,
    file: file.path,
    dryRun,
    changes: plan?.changes ?? [],
    conflicts: plan?.conflicts ?? [],
    missing: plan?.missing ?? {},
    files,
    diagnostics: plainFindings(diagnostics),
    summary: summarize(diagnostics),
  };
}

function printResult(
  { plan, files, diagnostics }: ImportWorkbookResult,
  options: Options,
  terminal: Terminal,
): void {
  printFindings(diagnostics, terminal, 'err');
  if (plan === undefined) return;
  for (const change of plan.changes) printChange(change, terminal);
  printWritten(files, terminal);
  terminal.out(`${sayOutcome(plan, verdictOf(diagnostics) === 0, options)}\n`);
  if (files.length > 0) printWaiting(plan, options, terminal);
}

const marks = {
  code: 'yellow',
  text: 'yellow',
  note: 'yellow',
  section: 'yellow',
  moved: 'blue',
  added: 'green',
  removed: 'red',
} as const;

/** `code    data/products/mail/matrix.csv:2 1.1.1 Customer: I -> RA (Matrix!E2)`. */
function printChange(change: RoundChange, { out, paintOut }: Terminal): void {
  const { kind, file, line, clause, cell } = change;
  const mark = paintOut[marks[kind]](kind.padEnd(7));
  const place = line === null ? file : `${file}:${line}`;
  const where = cell === null ? '' : paintOut.dim(` (${cell})`);
  out(`${mark} ${place} ${clause === null ? '' : `${clause} `}${sayChange(change)}${where}\n`);
}

function sayChange({ kind, id, activity, party, from, to }: RoundChange): string {
  switch (kind) {
    case 'code':
      return `${party}: ${from || '–'} -> ${to || '–'}`;
    case 'text':
    case 'section':
    case 'note':
      return `${say(from)} -> ${say(to)}`;
    case 'moved':
      return say(activity);
    case 'added':
      return `${say(activity)}, ${to}; as ${id}`;
    case 'removed':
      return `${say(activity)}${from === '' ? '' : `, ${from}`}`;
  }
}

/** A text on one line, whole: the word that was changed may be its last. */
function say(text: string): string {
  return text === '' ? '–' : `'${text.replace(/\s*\n\s*/gu, ' / ')}'`;
}

function sayOutcome({ changes, isOlder }: RoundPlan, isFine: boolean, { dryRun }: Options): string {
  const older = isOlder ? ' The matrix has been changed since the workbook was made.' : '';
  if (changes.length === 0 && isFine)
    return `The workbook says what the matrix says: nothing to bring in.${older}`;
  const count = `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`;
  if (!isFine) return `${count}; nothing written, since errors stand in the way.${older}`;
  return dryRun ? `${count}; nothing written.${older}` : `Brought in ${count}.${older}`;
}

/** Languages whose texts do not keep up with the matrix any more. */
function printWaiting({ missing }: RoundPlan, { workspace }: Options, terminal: Terminal): void {
  const languages = Object.entries(missing).map(([language, count]) => `${language} (${count})`);
  if (languages.length === 0) return;
  terminal.out(`To be translated before these languages are built again: ${languages.join(', ')}.\n`);
  printNext(`annex translate export --language ${Object.keys(missing)[0]}`, workspace, terminal);
}
