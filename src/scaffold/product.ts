import { readDictionary } from '../catalogue/assemble.ts';
import { readConfig, type WorkspaceConfig } from '../catalogue/config.ts';
import { productsFolder } from '../catalogue/products.ts';
import { Reader } from '../catalogue/reader.ts';
import { type Diagnostic, isBlocking } from '../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { locateDiagnostics } from '../tables/locate-diagnostics.ts';
import { parseTable } from '../tables/parse.ts';
import { openWorkspace } from '../workspace/disk.ts';
import type { SourceFile } from '../workspace/workspace.ts';
import { type Change, tryChange, type WrittenFile, writeChange } from './change.ts';
import { unsetDay } from './example.ts';
import { adoptMatrix, type NewMatrix, startMatrix } from './matrix.ts';
import { expectFree, expectIdentifier, nameFrom } from './names.ts';
import type { NewParty } from './parties.ts';
import { addSections } from './sections.ts';
import { yamlText } from './yaml-text.ts';

export type NewProductOptions = {
  readonly workspace: string;
  readonly id: string;
  readonly name?: string | undefined;
  /** A CSV file that becomes the matrix. */
  readonly from?: SourceFile | undefined;
};

export type NewProductResult = {
  /** None where something stood in the way. */
  readonly files: readonly WrittenFile[];
  readonly diagnostics: readonly LocatedDiagnostic[];
};

/**
 * Adds a product: its folder, with a matrix of one row or with one that came from elsewhere, and the sections that it
 * needs. What is wrong with a matrix from elsewhere is reported and mended in its new place; anything else that is
 * wrong keeps the product from being written. Throws NameRefused, WorkspaceFault.
 */
export function newProduct(options: NewProductOptions): NewProductResult {
  const { id, from } = options;
  const workspace = openWorkspace(options.workspace);
  expectIdentifier('product', id);
  expectFree('product', id, workspace.list(productsFolder).folders);
  const reader = new Reader(workspace);
  const config = readConfig(reader);
  const change = config && planProduct(reader, config, options);
  const locate = (found: readonly Diagnostic[]) =>
    locateDiagnostics(found, { tables: reader.tables, read: () => undefined });
  if (change === undefined || reader.diagnostics.some(isBlocking)) {
    return { files: [], diagnostics: locate(reader.diagnostics.filter(isBlocking)) };
  }
  const tried = tryChange(workspace, change);
  const own = tried.diagnostics.filter(({ scope }) => scope?.product === id);
  const given = reader.diagnostics.filter(({ place }) => place.file === from?.path);
  const diagnostics = [...locate(given), ...tried.locate(own)];
  if (from === undefined && own.some(isBlocking)) return { files: [], diagnostics };
  return { files: writeChange(workspace, change), diagnostics };
}

/** The files of a product; undefined where the matrix from elsewhere cannot be read. */
function planProduct(
  reader: Reader,
  config: WorkspaceConfig,
  { id, name = nameFrom(id), from }: NewProductOptions,
): Change | undefined {
  const matrix = planMatrix(reader, config, from);
  const folder = `${productsFolder}/${id}`;
  return (
    matrix && {
      ...addSections(reader, matrix.sections),
      [`${folder}/product.yaml`]: writeProductYaml(name, config, matrix.parties),
      [`${folder}/matrix.csv`]: matrix.csv,
    }
  );
}

function planMatrix(
  reader: Reader,
  config: WorkspaceConfig,
  from: SourceFile | undefined,
): NewMatrix | undefined {
  const dictionary = readDictionary(reader, config);
  if (from === undefined) return startMatrix(config, dictionary);
  const { value, diagnostics } = parseTable(from, { language: config.language });
  reader.report(...diagnostics);
  if (value === undefined) return undefined;
  reader.tables.set(value.file, value);
  return adoptMatrix(value, config, dictionary);
}

function writeProductYaml(name: string, config: WorkspaceConfig, parties: readonly NewParty[] = []): string {
  const hasOthers = config.languages.some((tag) => tag !== config.language);
  return `# What the annex and the workbook say beside the matrix.
name: ${yamlText(name)}
edition: '1'
# The day from which this edition is in effect: set it.
updated: ${unsetDay}
# The stem of the reference printed on the annex.
# reference: EMP-RM
# summary: A sentence or two on what the product is.
${partiesOf(parties)}${hasOthers ? languagesOf(config) : ''}`;
}

function partiesOf(parties: readonly NewParty[]): string {
  if (parties.length === 0) return '';
  const lines = parties.map(
    ({ id, name }) => `  - { id: ${id}${name === undefined ? '' : `, name: ${yamlText(name)}`} }\n`,
  );
  return `# The parties, in the order of their columns.\nparties:\n${lines.join('')}`;
}

/** A new matrix has no translations: it is built in its own language until it asks for others. */
function languagesOf({ language, languages }: WorkspaceConfig): string {
  const other = languages.find((tag) => tag !== language);
  return `# The languages it is built in. To add one, name it here, then: annex new language ${other}
languages: [${language}]
`;
}
