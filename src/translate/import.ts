import { type Checked, checked, failed } from '../diagnostics/checked.ts';
import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { type LocatedDiagnostic, sortDiagnostics } from '../diagnostics/located.ts';
import { type WrittenFile, writeChange } from '../scaffold/change.ts';
import { locateDiagnostics } from '../tables/locate-diagnostics.ts';
import type { Table } from '../tables/table.ts';
import type { SourceFile } from '../workspace/workspace.ts';
import { readExchange } from './csv/read.ts';
import { type Decision, matchReturned } from './match.ts';
import { baseOf, faultsInFiles, type Home, likelyLanguage, openLanguage } from './open.ts';
import { countRemaining, findNew } from './outlook.ts';
import type { ReturnedFile } from './returned.ts';
import { fileOf, planRows } from './rows.ts';
import { surveyUnits } from './survey.ts';
import { readXliff } from './xliff/read.ts';

export type ImportOptions = {
  readonly workspace: Home;
  /** What came back from the translator: XLIFF or CSV, told by its content. */
  readonly file: SourceFile;
  /** For a file that does not name it. */
  readonly language?: string | undefined;
  /** In place of the status that the file gives each text. */
  readonly status?: 'reviewed' | 'machine' | undefined;
  /** Writes nothing. */
  readonly dryRun: boolean;
};

/** A translation that was written, or would be. */
export type ImportedText = {
  /** Path in the workspace. */
  readonly file: string;
  readonly source: string;
  /** The translation so far; absent where there was none. */
  readonly was: string | undefined;
  readonly text: string;
  readonly status: 'reviewed' | 'machine';
  readonly outcome: 'added' | 'changed' | 'confirmed';
};

export type ImportResult = {
  /** Absent where nobody says it. */
  readonly language: string | undefined;
  readonly files: readonly WrittenFile[];
  readonly texts: readonly ImportedText[];
  readonly counts: Readonly<Record<Decision['outcome'], number>>;
  /** How many texts the language lacks or has stale after this. */
  readonly remaining: number;
  /** Whether annex.yaml names the language. */
  readonly isBuilt: boolean;
  readonly diagnostics: readonly LocatedDiagnostic[];
};

/**
 * Writes what came back from a translator into the rows where it is looked up, and touches no other byte. What cannot
 * be written is named; what was written is read again, and what is wrong with it is found before the first byte is
 * written. Throws NameRefused, UnknownName, WorkspaceFault.
 */
export function importTexts(options: ImportOptions): ImportResult {
  const { file, dryRun } = options;
  const read = readReturned(file, options.language);
  const language = read.value && settleLanguage(read.value, options);
  const faults = [...read.diagnostics, ...(language?.diagnostics ?? [])];
  const locate = locatorOf(file, read.value?.table);
  if (read.value === undefined || language?.value === undefined)
    return nothing(language?.value, locate(faults));
  const opened = openLanguage(options.workspace, language.value);
  const blocking = opened.catalogue === undefined ? opened.tried.diagnostics : faultsInFiles(opened);
  if (opened.catalogue === undefined || blocking.length > 0)
    return nothing(language.value, [...locate(faults), ...opened.tried.locate(blocking)]);
  const units = surveyUnits(opened.catalogue, opened.tag);
  const decisions = matchReturned(units, read.value.units, { status: options.status });
  const writings = decisions.flatMap(({ writing }) => writing ?? []);
  const planned = planRows(opened, writings);
  if (planned.value === undefined)
    return nothing(language.value, [...locate(faults), ...opened.tried.locate(planned.diagnostics)]);
  const after = opened.try(planned.value);
  return {
    language: language.value,
    files: dryRun ? [] : writeChange(opened.workspace, planned.value),
    texts: decisions.flatMap((decision) => describe(decision, opened.tag)),
    counts: count(decisions),
    remaining: countRemaining(after, opened.tag),
    isBuilt: opened.isBuilt,
    diagnostics: sortDiagnostics([
      ...locate([...faults, ...decisions.flatMap(({ diagnostics }) => diagnostics)]),
      ...findNew(opened, after),
    ]),
  };
}

type Read = ReturnedFile & { readonly table?: Table };

/** XLIFF begins with an angle bracket, in any encoding; a table of texts does not. */
function readReturned(file: SourceFile, language: string | undefined): Checked<Read> {
  const start = new TextDecoder('latin1').decode(file.bytes.subarray(0, 64)).replace(/[^\x21-\x7e]/g, '');
  return start.startsWith('<') ? readXliff(file) : readExchange(file, language);
}

/** The language that a file translates into: as the caller says, else as it does. */
function settleLanguage(
  { language: said }: ReturnedFile,
  { workspace, language: asked, file: { path: file } }: ImportOptions,
): Checked<string> {
  if (said === undefined && asked === undefined) {
    const message = 'The file does not say into which language it translates.';
    return failed(error('translated-language', { file }, message, { hints: ['Name it: --language TAG.'] }));
  }
  if (asked === undefined) return checked(likelyLanguage(workspace, said!));
  if (said === undefined || baseOf(said) === baseOf(asked)) return checked(asked);
  const message = `The file translates into '${said}', and not into '${asked}'.`;
  return failed(error('translated-language', { file }, message, { hints: ['Is this the right file?'] }));
}

/** Gives findings about the returned file their line and column. */
function locatorOf(file: SourceFile, table: Table | undefined) {
  const tables = new Map(table === undefined ? [] : [[table.file, table]]);
  const read = () => new TextDecoder().decode(file.bytes);
  return (found: readonly Diagnostic[]) => locateDiagnostics(found, { tables, read });
}

function describe({ unit, outcome, writing }: Decision, tag: string): ImportedText[] {
  if (unit === undefined || writing === undefined) return [];
  if (outcome !== 'added' && outcome !== 'changed' && outcome !== 'confirmed') return [];
  const { text, status } = writing;
  return [{ file: fileOf(unit, tag), source: unit.source, was: unit.before?.text, text, status, outcome }];
}

function count(decisions: readonly Decision[]): Record<Decision['outcome'], number> {
  const counts = { added: 0, changed: 0, confirmed: 0, same: 0, empty: 0, left: 0 };
  for (const { outcome } of decisions) counts[outcome]++;
  return counts;
}

function nothing(language: string | undefined, diagnostics: readonly LocatedDiagnostic[]): ImportResult {
  return {
    language,
    files: [],
    texts: [],
    counts: count([]),
    remaining: 0,
    isBuilt: false,
    diagnostics: sortDiagnostics(diagnostics),
  };
}
