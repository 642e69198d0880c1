import { isBlocking } from '../../../diagnostics/diagnostic.ts';
import type { ImportOptions, ImportResult } from '../../../import/import.ts';
import type { Terminal } from '../../terminal.ts';
import { printNext } from '../../written.ts';
import { count } from './summary.ts';

/** Says what became of the pages, and what to do next. */
export function printOutcome(result: ImportResult, options: ImportOptions, terminal: Terminal): void {
  const { found, files, kind } = result;
  const { into, dryRun } = options;
  if (found === undefined || found.rows.length === 0) terminal.out('Nothing was written.\n');
  else if (into === undefined) printReadOnly(options, terminal);
  else if (kind === 'none') printRefused(options, result, terminal);
  else if (files.length === 0) terminal.out('The workspace says the same already. Nothing was written.\n');
  else if (dryRun) terminal.out('This is what would be written. Nothing was.\n');
  else if (kind === 'translation') printTranslation(result, options, into, terminal);
  else printProduct(result, options, into, terminal);
}

function printReadOnly(options: ImportOptions, terminal: Terminal): void {
  const line = `${commandOf(options)} --into FOLDER`;
  terminal.out(
    `Nothing was written: no workspace was named.\nTo make it a product: ${terminal.paintOut.bold(line)}\n`,
  );
}

/** The same command again, as the user may have typed it. */
function commandOf({ files, product, language }: ImportOptions): string {
  const names = files.map(({ path }) => (/^[\w./@-]+$/.test(path) ? path : `'${path}'`));
  return `annex import ${names.join(' ')} --product ${product} --language ${language}`;
}

function printRefused({ accept }: ImportOptions, { diagnostics }: ImportResult, terminal: Terminal): void {
  const differs = diagnostics.some(({ rule }) => /^import-(?:contradiction|text-differs|only-)/.test(rule));
  const advice = differs && !accept ? ' To let the page change the matrix: the same with --accept.' : '';
  terminal.out(`Nothing was written.${advice}\n`);
}

function printProduct(
  { found, checked }: ImportResult,
  { product }: ImportOptions,
  into: string,
  terminal: Terminal,
): void {
  const doubts = found!.flagged.length;
  if (doubts > 0) {
    terminal.out(
      `A question mark stands in each cell that is not certain: look at the page, and write the codes into\n` +
        `data/products/${product}/matrix.csv. Until then no annex is made.\n`,
    );
  }
  const isClean = !checked.some(isBlocking);
  printNext(isClean ? `annex build --product ${product}` : 'annex check', into, terminal);
}

function printTranslation(
  { missing, isBuilt, diagnostics }: ImportResult,
  { product, language }: ImportOptions,
  into: string,
  terminal: Terminal,
): void {
  terminal.out(
    'The texts have the status machine: nobody has held them against the matrix yet. Once a person has, set it to\n' +
      'reviewed; until then annexes say so.\n',
  );
  if (missing > 0) terminal.out(`${count(missing, 'text')} of '${product}' not in '${language}' yet.\n`);
  if (missing > 0 || !isBuilt) {
    if (!isBuilt) terminal.out(`'${language}' joins the build when it has every text.\n`);
    printNext(`annex new language ${language}`, into, terminal);
  } else if (diagnostics.some(isBlocking)) {
    printNext('annex check', into, terminal);
  } else {
    printNext(`annex build --product ${product} --language ${language}`, into, terminal);
  }
}
