import { shorten } from '../../catalogue/texts.ts';
import { visible } from '../../diagnostics/reporters/human.ts';
import {
  type AcceptedText,
  type AcceptOptions,
  type AcceptResult,
  acceptTexts,
} from '../../translate/accept.ts';
import { type ExportOptions, type ExportResult, exportTexts } from '../../translate/export.ts';
import { type ImportedText, type ImportResult, importTexts } from '../../translate/import.ts';
import { readFileAt } from '../../workspace/disk.ts';
import { countOf } from '../counting.ts';
import type { ExitCode } from '../exit.ts';
import { printFindings } from '../findings.ts';
import { writeResult } from '../result.ts';
import { printRewording } from '../rewording.ts';
import type { Terminal } from '../terminal.ts';
import { verdictOf } from '../verdict.ts';
import { printNext, printWritten } from '../written.ts';

type RunExportOptions = ExportOptions & { readonly workspace: string; readonly out: string | undefined };

/** `annex translate export`: the file is the result; how much is in it is said on the way. */
export async function runExport(options: RunExportOptions, terminal: Terminal): Promise<ExitCode> {
  const { out, workspace } = options;
  const result = exportTexts(options);
  printFindings(result.diagnostics, terminal, 'err');
  if (result.content !== undefined) writeResult(result.content, out, terminal);
  terminal.err(sayExported(result, options));
  if (!result.whole && result.diagnostics.length === 0)
    terminal.err('Some of this workspace cannot be read, and is left out: run annex check to see why.\n');
  if (result.content !== undefined && out !== undefined) {
    printNext(`annex translate import ${out}`, workspace, terminal, 'When it comes back');
  }
  return verdictOf(result.diagnostics);
}

function sayExported(
  { counts, content, diagnostics }: ExportResult,
  { language, all }: ExportOptions,
): string {
  if (content === undefined) {
    if (diagnostics.length > 0) return 'Nothing was written.\n';
    return `Nothing to translate into '${language}': no text is missing or stale.${all ? '' : ' Every text: --all.'}\n`;
  }
  const parts = (['missing', 'stale', 'machine', 'reviewed'] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${state}`);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return `${countOf(total, 'text')} for '${language}': ${parts.join(', ')}.\n`;
}

type RunImportOptions = {
  readonly workspace: string;
  readonly file: string;
  readonly language: string | undefined;
  readonly status: 'reviewed' | 'machine' | undefined;
  readonly dryRun: boolean;
};

/** `annex translate import`: what is written, then what of it is doubtful. */
export async function runImport(options: RunImportOptions, terminal: Terminal): Promise<ExitCode> {
  const { dryRun } = options;
  const result = importTexts({ ...options, file: readFileAt(options.file) });
  if (dryRun) for (const text of result.texts) terminal.out(printImported(text, terminal));
  printWritten(result.files, terminal);
  printFindings(result.diagnostics, terminal, 'err');
  terminal.out(sayImported(result, dryRun));
  if (!dryRun && result.files.length > 0) sayNext(result, options.workspace, terminal);
  return verdictOf(result.diagnostics);
}

const outcomeSigns = { added: '+', changed: '~', confirmed: '=' } as const;

function printImported(
  { file, source, was, text, outcome, status }: ImportedText,
  { paintOut }: Terminal,
): string {
  const change =
    outcome === 'changed' && was !== undefined
      ? `${paintOut.red(brief(was))} -> ${paintOut.green(brief(text))}`
      : paintOut.green(brief(text));
  return `${file} ${outcomeSigns[outcome]} ${brief(source)}: ${change} ${paintOut.dim(status)}\n`;
}

/** A text on one line, with nothing in it that a terminal would obey. */
function brief(text: string): string {
  return visible(shorten(text));
}

function sayImported({ counts, texts, language, remaining }: ImportResult, dryRun: boolean): string {
  if (Object.values(counts).every((count) => count === 0)) return 'Nothing was written.\n';
  const parts = [
    counts.added > 0 ? `${counts.added} added` : '',
    counts.changed > 0 ? `${counts.changed} changed` : '',
    counts.confirmed > 0 ? `${counts.confirmed} now reviewed` : '',
    counts.same > 0 ? `${counts.same} as they were` : '',
    counts.empty > 0 ? `${counts.empty} not translated` : '',
    counts.left > 0 ? `${counts.left} not written` : '',
  ].filter((part) => part !== '');
  const total = parts.length === 0 ? 'no texts' : parts.join(', ');
  const written = texts.length === 0 || dryRun ? ' Nothing was written.' : '';
  const rest =
    remaining === 0 ? 'no text is missing or stale' : `${countOf(remaining, 'text')} missing or stale`;
  return `'${language}': ${total}.${written}\n${dryRun ? 'It would leave' : 'Now'}: ${rest}.\n`;
}

function sayNext(
  { language, isBuilt, remaining }: ImportResult,
  workspace: string,
  terminal: Terminal,
): void {
  if (remaining > 0) printNext(`annex translate export --language ${language}`, workspace, terminal);
  else if (isBuilt) printNext(`annex build --language ${language}`, workspace, terminal);
  else printNext(`annex new language ${language}`, workspace, terminal);
}

/** `annex translate accept`: shows what was reworded, word by word, before it writes. */
export async function runAccept(options: AcceptOptions, terminal: Terminal): Promise<ExitCode> {
  const isAsking = options.rows.length === 0 && !options.allStale && !options.allMachine;
  const result = acceptTexts(isAsking ? { ...options, allStale: true, dryRun: true } : options);
  for (const text of result.accepted) terminal.out(printAccepted(text, terminal));
  if (result.unsure.length > 0) {
    terminal.out('To be named one by one, for they are little alike:\n');
    for (const text of result.unsure) terminal.out(printAccepted(text, terminal));
  }
  for (const { name, why } of result.passed) terminal.err(`${name}: ${passedWords[why]}\n`);
  printWritten(result.files, terminal);
  printFindings(result.diagnostics, terminal, 'err');
  terminal.out(isAsking ? sayStale(result, options) : sayAccepted(result, options));
  return verdictOf(result.diagnostics);
}

function sayStale({ accepted, unsure, diagnostics }: AcceptResult, { language }: AcceptOptions): string {
  if (accepted.length + unsure.length > 0)
    return 'Nothing was written. Name the rows that are still right, or say --all-stale.\n';
  return diagnostics.length > 0 ? 'Nothing was written.\n' : `No text is stale in '${language}'.\n`;
}

const passedWords = {
  missing: 'is not translated, so there is nothing to accept.',
  current: 'translates the text as it is today.',
} as const;

function printAccepted({ file, name, was, source, text, status }: AcceptedText, terminal: Terminal): string {
  const { paintOut } = terminal;
  const said = printRewording(was, source, paintOut);
  return `${paintOut.bold(name)} ${paintOut.dim(file)}\n    ${said}\n    ${visible(text)} ${paintOut.dim(status)}\n`;
}

function sayAccepted(
  { accepted, remaining, diagnostics }: AcceptResult,
  { language, dryRun }: AcceptOptions,
): string {
  if (accepted.length === 0 && diagnostics.length > 0) return 'Nothing was written.\n';
  if (accepted.length === 0) return `Nothing was accepted in '${language}'.\n`;
  const rest =
    remaining === 0 ? 'no text is missing or stale' : `${countOf(remaining, 'text')} missing or stale`;
  if (dryRun) return `${countOf(accepted.length, 'text')} would be accepted; nothing written.\n`;
  return `${countOf(accepted.length, 'text')} accepted. Now: ${rest}.\n`;
}
