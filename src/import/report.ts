import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { plainFindings } from '../diagnostics/reporters/json.ts';
import type { Brought } from './brought.ts';
import type {
  FoundCodeSet,
  FoundMatrix,
  FoundSection,
  FoundTable,
  LegendEntry,
  Refusal,
  Remark,
} from './found.ts';
import type { JoinedMatrix, JoinedRow } from './joined.ts';

/** What `annex import --json` prints; docs/import.md describes it. */
export type ImportReport = {
  readonly format: 1;
  readonly product: string;
  readonly language: string;
  /** The files in their order, parted by commas. */
  readonly file: string;
  readonly title: string | null;
  /** ISO date. */
  readonly updated: string | null;
  readonly parties: readonly string[];
  readonly codes: readonly { readonly sign: string; readonly name: string | null }[];
  readonly rows: readonly Reported<ReportedRow>[];
  readonly flagged: readonly Reported<ReportedFlag>[];
  readonly refused: readonly Reported<Refusal>[];
  readonly tables: readonly Reported<Omit<FoundTable, 'reason'> & { readonly reason: string | null }>[];
  readonly legend: readonly LegendEntry[];
  readonly remarks: readonly Reported<Remark>[];
  readonly diagnostics: readonly object[];
  /** What was made in the workspace; `none` where nothing was asked for, or something stood in the way. */
  readonly outcome: Brought['kind'];
  /** What was written there, or in a dry run would have been. */
  readonly files: Brought['files'];
};

/** With the file that it stands in, where several were read. */
type Reported<T> = T & { readonly file?: string };

type ReportedRow = {
  /** From 1. */
  readonly row: number;
  readonly line: number;
  /** From the top section to the one that the row stands in. */
  readonly section: readonly { readonly number: string | null; readonly title: string }[];
  readonly activity: string;
  readonly note: string | null;
  /** By the party's name: signs such as `RA`, empty for no role, null where the page does not say beyond doubt. */
  readonly codes: Readonly<Record<string, string | null>>;
  /** The columns that say who, as they stand on the page. */
  readonly seen: Readonly<Record<string, string>>;
};

type ReportedFlag = {
  /** As in `rows`. */
  readonly row: number;
  readonly line: number;
  /** Null where the whole row is not certain. */
  readonly party: string | null;
  readonly found: string;
  readonly reason: string;
};

/** Whose pages were read, as what, and what became of them. */
export type Reporting = Pick<ImportReport, 'product' | 'language' | 'outcome' | 'files'> & {
  readonly pages: readonly string[];
  readonly diagnostics: readonly LocatedDiagnostic[];
};

/** The report of an import; without rows where there is no matrix that could be trusted. */
export function reportImport(joined: JoinedMatrix | undefined, reporting: Reporting): ImportReport {
  const { pages, product, language, diagnostics, outcome, files } = reporting;
  return {
    format: 1,
    product,
    language,
    file: pages.join(', '),
    ...(joined === undefined ? nothing : reportFound(joined)),
    diagnostics: plainFindings(diagnostics),
    outcome,
    files,
  };
}

type Found = Omit<ImportReport, keyof Reporting | 'format' | 'file'>;

const nothing: Found = {
  title: null,
  updated: null,
  parties: [],
  codes: [],
  rows: [],
  flagged: [],
  refused: [],
  tables: [],
  legend: [],
  remarks: [],
};

function reportFound(joined: JoinedMatrix): Found {
  const { pages, rows, parties } = joined;
  const inFile = (file: string) => (pages.length > 1 ? { file } : {});
  const inPages = <T extends object>(listOf: (page: FoundMatrix) => readonly T[]) =>
    pages.flatMap((page) => listOf(page).map((item) => ({ ...item, ...inFile(page.file) })));
  return {
    title: joined.title ?? null,
    updated: joined.updated ?? null,
    parties: parties.map(({ name }) => name),
    codes: reportCodes(joined.codeSet),
    rows: rows.map((row, index) => ({ ...reportRow(joined, row, index), ...inFile(row.file) })),
    flagged: joined.flagged.map(({ row, line, party, found, reason }) => ({
      row: row + 1,
      line,
      party: party === undefined ? null : parties[party]!.name,
      found,
      reason,
      ...inFile(rows[row]!.file),
    })),
    refused: inPages(({ refused }) => refused),
    tables: inPages(({ tables }) => tables.map((table) => ({ ...table, reason: table.reason ?? null }))),
    legend: joined.legend,
    remarks: inPages(({ remarks }) => remarks),
  };
}

function reportRow(joined: JoinedMatrix, row: JoinedRow, index: number): ReportedRow {
  const codes = row.cells.map(({ party, codes: signs }): [string, string | null] => [
    joined.parties[party]!.name,
    signs === undefined ? null : joinSigns(signs),
  ]);
  return {
    row: index + 1,
    line: row.line,
    section: pathOf(joined.sections, row.section).map(({ number, title }) => ({
      number: number ?? null,
      title,
    })),
    activity: row.activity,
    note: row.note ?? null,
    codes: Object.fromEntries(codes),
    seen: Object.fromEntries(row.seen),
  };
}

/** `RA`, but `You/Shared`: signs of several letters would run into each other. */
export function joinSigns(signs: readonly string[]): string {
  return signs.join(signs.some((sign) => sign.length > 1) ? '/' : '');
}

/** The sections from the top down to the one given. */
export function pathOf(sections: readonly FoundSection[], at: number | undefined): FoundSection[] {
  const section = at === undefined ? undefined : sections[at];
  return section === undefined ? [] : [...pathOf(sections, section.parent), section];
}

const named = { RACI: 'RACI', RASCI: 'RASCI', 'RACI-VS': 'RACIVS' } as const;

function reportCodes(set: FoundCodeSet): ImportReport['codes'] {
  if ('name' in set) return [...named[set.name]].map((sign) => ({ sign, name: null }));
  return set.codes.map(({ sign, name }) => ({ sign, name: name ?? null }));
}
