import { readFileSync } from 'node:fs';
import { importPages } from '../../import/import.ts';
import { expectImportNames, type ImportNames } from '../../import/names.ts';
import { readFileAt } from '../../workspace/disk.ts';
import { faultOf } from '../../workspace/errno.ts';
import type { SourceFile } from '../../workspace/workspace.ts';
import type { ExitCode } from '../exit.ts';
import { printFindings } from '../findings.ts';
import type { Terminal } from '../terminal.ts';
import { UsageFault } from '../usage-fault.ts';
import { verdictOf } from '../verdict.ts';
import { printWritten } from '../written.ts';
import { printOutcome } from './import/outcome.ts';
import { printFound } from './import/summary.ts';
import { runImportWorkbook } from './import-workbook.ts';

type Options = {
  readonly files: readonly string[];
  readonly product: string | undefined;
  readonly language: string | undefined;
  readonly into: string | undefined;
  readonly name: string | undefined;
  readonly parties: readonly string[];
  readonly accept: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
};

/** `annex import`: what was found is the result; what a person has to decide is said beside it. */
export async function runImport(options: Options, terminal: Terminal): Promise<ExitCode> {
  const { files, into, accept, dryRun, json } = options;
  if (isWorkbookOfOurs(options)) {
    const file = readFileAt(files[0]!);
    return runImportWorkbook({ workspace: into ?? '.', file, accept, dryRun, json }, terminal);
  }
  const names = namesOf(options);
  expectImportNames(names);
  const importing = { ...options, ...names, files: files.map(readInput) };
  const result = await importPages(importing);
  if (json) terminal.out(`${JSON.stringify(result.report, null, 2)}\n`);
  else {
    printFound(result, terminal);
    printFindings(result.diagnostics, terminal, 'err');
    printWritten(result.files, terminal);
    printOutcome(result, importing, terminal);
  }
  return verdictOf(result.diagnostics);
}

/** A workbook that annex build made says itself which product it is, and in which language. */
function isWorkbookOfOurs({ files, product, language }: Options): boolean {
  return files.length === 1 && /\.xlsx$/i.test(files[0]!) && product === undefined && language === undefined;
}

function namesOf({ product, language, parties }: Options): ImportNames {
  if (product === undefined) throw new UsageFault('Name the product: --product ID.');
  if (language === undefined) throw new UsageFault('Name the language of the page: --language TAG.');
  return { product, language, parties };
}

/** A file, or what standard input holds. */
function readInput(path: string): SourceFile {
  if (path !== '-') return readFileAt(path);
  try {
    return { path, bytes: new Uint8Array(readFileSync(0)) };
  } catch (thrown) {
    throw faultOf(path, 'read', thrown);
  }
}
