import { join } from 'node:path';
import { isBlocking } from '../../diagnostics/diagnostic.ts';
import { plainFindings } from '../../diagnostics/reporters/json.ts';
import { summarize } from '../../diagnostics/summary.ts';
import { reportDiff } from '../../diff/report.ts';
import { formats } from '../../formats/registry.ts';
import { everything } from '../../plan/plan.ts';
import { checkRequest } from '../../plan/request.ts';
import { type DiffResult, diffEditions } from '../../runs/comparing/diff-editions.ts';
import { makeWorkspace } from '../../workspace/disk.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import { printFindings } from '../findings.ts';
import type { Terminal } from '../terminal.ts';
import { verdictOf } from '../verdict.ts';
import { printProductDiff } from './diff/product.ts';

type Options = {
  readonly old: string | undefined;
  readonly now: string | undefined;
  readonly workspace: string;
  readonly products: readonly string[];
  readonly language: string | undefined;
  /** Folder for change annexes, and their formats. */
  readonly out: string | undefined;
  readonly formats: readonly string[];
  readonly json: boolean;
  readonly exitCode: boolean;
};

/**
 * `annex diff`: what changed is the result; what could not be read is said beside it. Only where nothing could be
 * compared is that a failure.
 */
export async function runDiff(options: Options, terminal: Terminal): Promise<ExitCode> {
  expectFormats(options.formats);
  const result = await diffEditions(options);
  printFindings(result.diagnostics, terminal, 'err');
  for (const { product, reason } of result.uncompared) {
    terminal.err(`${product} was not compared: ${reason}.\n`);
  }
  if (options.json) terminal.out(printJson(result));
  else printDiff(result, terminal);
  if (result.products.length === 0) {
    const verdict = verdictOf(result.diagnostics);
    return verdict === exitCodes.fine && result.uncompared.length > 0 ? exitCodes.content : verdict;
  }
  if (options.out !== undefined && !(await writeChangeAnnexes(result, options, options.out, terminal))) {
    return exitCodes.content;
  }
  const isChanged = result.products.some(({ state }) => state !== 'same');
  return options.exitCode && (isChanged || result.uncompared.length > 0) ? exitCodes.content : exitCodes.fine;
}

const nothingElse = { products: [], languages: [], brands: [] };

/** Throws UnknownName before anything is compared. */
function expectFormats(wanted: readonly string[]): void {
  const known = { ...nothingElse, formats: formats.map(({ id }) => id) };
  checkRequest({ ...everything, formats: wanted }, known);
}

/** Whether all change annexes could be made; those that could are written. */
async function writeChangeAnnexes(
  { products }: DiffResult,
  options: Options,
  out: string,
  terminal: Terminal,
): Promise<boolean> {
  const { makeChangeAnnexes } = await import('../../runs/comparing/change-annexes.ts');
  const { value = [], diagnostics } = await makeChangeAnnexes(products, options);
  printFindings(diagnostics, terminal, 'err');
  const folder = makeWorkspace(out);
  for (const { name, bytes } of value) {
    folder.write(name, bytes);
    terminal.err(`${terminal.paintErr.green('made')} ${join(out, name)}\n`);
  }
  if (value.length + diagnostics.length === 0)
    terminal.err('Nothing changed, so there is no change annex.\n');
  return !diagnostics.some(isBlocking);
}

function printDiff({ products }: DiffResult, terminal: Terminal): void {
  products.forEach((product, i) => {
    terminal.out(`${i === 0 ? '' : '\n'}${printProductDiff(product, terminal.paintOut)}`);
  });
}

/** `{format: 1, old, now, products, uncompared, diagnostics, summary}`; docs/diff.md describes the products. */
function printJson({ old, now, products, uncompared, diagnostics }: DiffResult): string {
  const result = {
    format: 1,
    old,
    now,
    products: products.map(reportDiff),
    uncompared,
    diagnostics: plainFindings(diagnostics),
    summary: summarize(diagnostics),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}
