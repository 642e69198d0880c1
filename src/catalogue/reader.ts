import type { z } from 'zod';
import { type Diagnostic, error, type Scope } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { parseTable, putAway } from '../tables/parse.ts';
import type { Table } from '../tables/table.ts';
import { type SourceFile, type Workspace, WorkspaceFault } from '../workspace/workspace.ts';
import { readYaml, type YamlFile } from '../workspace/yaml.ts';
import { placeOfCell } from './cells.ts';
import { KeptTexts } from './kept-texts.ts';

/** Which columns a table has, and what to do about another one. */
export type Columns = {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
  readonly advice?: string;
};

/**
 * Reads the files of one workspace, gathers what is wrong with them, and keeps every parsed table, so that findings
 * can be given their line and column at the end of the run.
 */
export class Reader {
  readonly workspace: Workspace;
  readonly diagnostics: Diagnostic[] = [];
  readonly tables = new Map<string, Table>();
  readonly texts = new KeptTexts();
  /** Records whose cells may stand in the wrong columns, by file: what they hold is no further fault. */
  readonly ragged = new Map<string, ReadonlySet<number>>();

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  /** Notes what was found. */
  report(...diagnostics: readonly Diagnostic[]): void {
    this.diagnostics.push(...diagnostics);
  }

  /** A file; one that is there and cannot be read is a finding, and does not keep other products from being built. */
  source(path: string, scope: Scope): SourceFile | undefined {
    return this.attempt(path, scope, () => this.workspace.read(path));
  }

  /** The names of the files in a folder; a folder that cannot be listed is a finding, as a file is. */
  files(folder: string, scope: Scope): readonly string[] {
    return this.attempt(folder, scope, () => this.workspace.list(folder).files) ?? [];
  }

  /** The table at a path; undefined where there is no file or it cannot be read as a table. */
  table(path: string, language: string, scope: Scope, columns?: Columns): Table | undefined {
    const file = this.source(path, scope);
    if (file === undefined) return undefined;
    const parsed = parseTable(file, { language });
    this.report(...parsed.diagnostics.map((diagnostic) => ({ ...diagnostic, scope })));
    if (parsed.value === undefined) return undefined;
    this.tables.set(path, putAway(parsed.value, file, { language }));
    this.ragged.set(path, new Set(parsed.diagnostics.flatMap(recordOfRagged)));
    if (columns !== undefined) this.report(...checkColumns(parsed.value, columns, scope));
    return parsed.value;
  }

  /** The YAML file at a path, checked by its schema; undefined where there is none or it is faulty. */
  yaml<T>(path: string, schema: z.ZodType<T>, scope: Scope): YamlFile<T> | undefined {
    const file = this.source(path, scope);
    if (file === undefined) return undefined;
    const read = readYaml(file, schema);
    this.report(...read.diagnostics.map((diagnostic) => ({ ...diagnostic, scope })));
    return read.value;
  }

  private attempt<T>(path: string, scope: Scope, use: () => T): T | undefined {
    try {
      return use();
    } catch (fault) {
      if (!(fault instanceof WorkspaceFault)) throw fault;
      this.report(error('file-unreadable', { file: path }, fault.message, { scope }));
      return undefined;
    }
  }
}

function recordOfRagged({ rule, place }: Diagnostic): number[] {
  return rule === 'csv-ragged' && 'cell' in place ? [place.cell.record] : [];
}

/** Every unknown and every missing column of a table. */
export function checkColumns(table: Table, columns: Columns, scope: Scope): Diagnostic[] {
  const known = [...columns.required, ...(columns.optional ?? [])];
  const present = new Set(table.header.map((cell) => cell.text));
  const absent = columns.required.filter((name) => !present.has(name));
  const unknown = table.header.filter((cell) => cell.text !== '' && !known.includes(cell.text));
  return [
    ...unknown.map((cell) =>
      error('column-unknown', placeOfCell(table.file, cell), `Column '${cell.text}' is not known here.`, {
        hints: [...didYouMean(cell.text, known), ...(columns.advice === undefined ? [] : [columns.advice])],
        scope,
      }),
    ),
    ...absent.map((name) =>
      error('column-missing', placeOfCell(table.file, table.header[0]!), `Column '${name}' is missing.`, {
        hints: [
          `Expected columns: ${known.join(', ')}.`,
          ...(name === 'id' ? ['Run annex fix: it adds the column and fills it in.'] : []),
        ],
        scope,
      }),
    ),
  ];
}
