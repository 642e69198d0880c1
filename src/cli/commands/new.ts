import { isBlocking } from '../../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import { newBrand } from '../../scaffold/brand.ts';
import { type NewLanguageResult, newLanguage } from '../../scaffold/language.ts';
import { newProduct } from '../../scaffold/product.ts';
import { readFileAt } from '../../workspace/disk.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import { printFindings } from '../findings.ts';
import type { Terminal } from '../terminal.ts';
import { printNext, printWritten } from '../written.ts';

type ProductOptions = {
  readonly workspace: string;
  readonly id: string;
  readonly name: string | undefined;
  readonly from: string | undefined;
};

/** `annex new product` */
export async function runNewProduct(options: ProductOptions, terminal: Terminal): Promise<ExitCode> {
  const { workspace, id, from } = options;
  const result = newProduct({ ...options, from: from === undefined ? undefined : readFileAt(from) });
  printWritten(result.files, terminal);
  printFindings(result.diagnostics, terminal, 'err');
  const code = codeFor(result.diagnostics);
  if (result.files.length === 0) terminal.err('Nothing was written.\n');
  else if (code !== exitCodes.fine) printNext('annex check', workspace, terminal);
  else printNext(`annex build --product ${id}`, workspace, terminal);
  return code;
}

type LanguageOptions = { readonly workspace: string; readonly tag: string };

/** `annex new language` */
export async function runNewLanguage(options: LanguageOptions, terminal: Terminal): Promise<ExitCode> {
  const { workspace, tag } = options;
  const result = newLanguage(options);
  printWritten(result.files, terminal);
  printFindings(result.diagnostics, terminal, 'err');
  if (result.missing > 0) sayMissing(result, tag, terminal);
  else if (result.built) terminal.out(`'${tag}' has every text.\n`);
  else terminal.err(`'${tag}' is not built yet. Mend this first.\n`);
  const isWhole = result.missing === 0 && result.built;
  if (isWhole) printNext(`annex build --language ${tag}`, workspace, terminal);
  else printNext(`annex new language ${tag}`, workspace, terminal, 'Then');
  for (const product of isWhole ? result.without : []) {
    terminal.out(
      `'${product}' names its own languages: to build it in '${tag}', add that in its product.yaml.\n`,
    );
  }
  return codeFor(result.diagnostics);
}

function sayMissing(
  { missing, translations, built }: NewLanguageResult,
  tag: string,
  terminal: Terminal,
): void {
  const count = missing === 1 ? '1 text' : `${missing} texts`;
  const joins = built
    ? 'What lacks a text is not built in this language.'
    : `'${tag}' joins the build when it has every text; until then nothing else changes.`;
  terminal.out(
    `${count} to translate: fill in the column text of ${translations}.\n` +
      'Set the status of a row to reviewed once a person has read it; annexes say that they hold machine text.\n' +
      `${joins}\n`,
  );
}

type BrandOptions = { readonly workspace: string; readonly id: string; readonly name: string | undefined };

/** `annex new brand` */
export async function runNewBrand(options: BrandOptions, terminal: Terminal): Promise<ExitCode> {
  const result = newBrand(options);
  printWritten(result.files, terminal);
  printFindings(result.diagnostics, terminal, 'err');
  if (result.files.length === 0) {
    terminal.err('Nothing was written.\n');
  } else {
    printNext(`annex build --brand ${options.id}`, options.workspace, terminal);
    terminal.out(`To wear it always, write brand: ${options.id} in annex.yaml or in a product.yaml.\n`);
  }
  return codeFor(result.diagnostics);
}

function codeFor(diagnostics: readonly LocatedDiagnostic[]): ExitCode {
  return diagnostics.some(isBlocking) ? exitCodes.content : exitCodes.fine;
}
