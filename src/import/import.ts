import { productsFolder } from '../catalogue/products.ts';
import { type Checked, failed } from '../diagnostics/checked.ts';
import { type Diagnostic, isBlocking } from '../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { type Tried, tryChange } from '../scaffold/change.ts';
import { NameRefused } from '../scaffold/names.ts';
import { locateDiagnostics } from '../tables/locate-diagnostics.ts';
import type { SourceFile, Workspace } from '../workspace/workspace.ts';
import { type Brought, notBrought, writeInto } from './brought.ts';
import { type Destination, openDestination } from './destination.ts';
import { findingsOf } from './findings.ts';
import type { FoundMatrix } from './found.ts';
import { type JoinedMatrix, joinPages } from './joined.ts';
import { bringTranslation } from './language/bring.ts';
import { compareLegend } from './legend.ts';
import { understandPage } from './matrix/understand.ts';
import { expectImportNames, type ImportNames } from './names.ts';
import { readPage } from './pages/read.ts';
import { planProduct } from './product/plan.ts';
import { type ImportReport, reportImport } from './report.ts';
import { bringUpdate } from './update/bring.ts';

export type ImportOptions = ImportNames & {
  /** Pages of one product in one language, in their order. Findings name their paths. */
  readonly files: readonly SourceFile[];
  /** Folder of the workspace that the product is brought into; without it the pages are read and nothing is written. */
  readonly into: string | undefined;
  /** The product's name as it is printed; the page's title where it is left out. */
  readonly name: string | undefined;
  /** Whether what the page says differently takes the place of what the workspace has. */
  readonly accept: boolean;
  /** Say what would be written and write nothing. */
  readonly dryRun: boolean;
};

export type ImportResult = Brought & {
  /** Undefined where a page could not be read, or pages do not go together; without rows where none can be trusted. */
  readonly found: JoinedMatrix | undefined;
  readonly report: ImportReport;
};

/**
 * Reads pages that others published and brings their matrix into a workspace: as a new product, or, where the product
 * is there in another language, as its translation. What a page does not say beyond doubt is never written as an
 * owner. Throws NameRefused, WorkspaceFault.
 */
export async function importPages(options: ImportOptions): Promise<ImportResult> {
  expectImportNames(options);
  const { value: found, diagnostics: read } = await readPages(options);
  const trusted = read.some(isBlocking) ? undefined : found;
  if (trusted !== undefined) expectPartyCount(trusted, options);
  const said = locateInPages([...read, ...(trusted?.pages.flatMap(findingsOf) ?? [])], options.files);
  const brought =
    trusted === undefined || options.into === undefined
      ? notBrought()
      : bringInto(trusted, options.into, options);
  const diagnostics = [...said, ...brought.diagnostics];
  const { product, language } = options;
  const { kind: outcome, files } = brought;
  const pages = options.files.map(({ path }) => path);
  const report = reportImport(found, { pages, product, language, outcome, files, diagnostics });
  return { ...brought, found, diagnostics, report };
}

/** Reads pages and joins their matrices; there is no value where one of them has none that can be trusted. */
async function readPages({ files, language }: ImportOptions): Promise<Checked<JoinedMatrix>> {
  const pages: FoundMatrix[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { path, bytes } of files) {
    const page = await readPage(bytes, path, language);
    const found = page.value && understandPage(page.value);
    diagnostics.push(...page.diagnostics, ...(found?.diagnostics ?? []));
    if (found?.value !== undefined) pages.push(found.value);
  }
  if (pages.length < files.length) return failed(...diagnostics);
  const joined = joinPages(pages);
  return { value: joined.value, diagnostics: [...diagnostics, ...joined.diagnostics] };
}

function expectPartyCount({ parties: found }: JoinedMatrix, { parties }: ImportOptions): void {
  if (parties.length === 0 || parties.length === found.length) return;
  const names = found.map(({ name }) => name).join(', ');
  throw new NameRefused(
    `The page has ${found.length} parties (${names}), and --parties names ${parties.length}.`,
  );
}

function bringInto(found: JoinedMatrix, folder: string, options: ImportOptions): Brought {
  const opened = openDestination(folder, options.language);
  if (opened.value === undefined) return notBrought(opened.diagnostics);
  const destination = opened.value;
  const { workspace, now, joining } = destination;
  if (joining === undefined || !hasProduct(workspace, options.product)) {
    return addProduct(found, destination, options);
  }
  const product = now.value!.products.find(({ id }) => id === options.product);
  if (product === undefined) {
    const own = now.diagnostics.filter(({ scope }) => scope?.product === options.product);
    return notBrought(now.locate(own));
  }
  const shared = { ...options, folder, workspace, product };
  const locate = (diagnostics: readonly Diagnostic[]) => locateEverywhere(diagnostics, now, options.files);
  if (product.language === options.language) return bringUpdate(found, { ...shared, now, locate });
  const { config, partyNames } = joining;
  const brought = bringTranslation(found, { ...shared, config, partyNames, locate });
  return {
    ...brought,
    diagnostics: [...brought.diagnostics, ...locate(legendFindings(found, now, options))],
  };
}

function legendFindings(found: JoinedMatrix, { value }: Tried, options: ImportOptions): Diagnostic[] {
  const product = value?.products.find(({ id }) => id === options.product);
  return product === undefined ? [] : compareLegend(found, product, value!, options.language);
}

function hasProduct(workspace: Workspace, id: string): boolean {
  return workspace.list(productsFolder).folders.includes(id);
}

function addProduct(found: JoinedMatrix, destination: Destination, options: ImportOptions): Brought {
  const { workspace, reader, joining, now } = destination;
  const { product: id, language, name, parties } = options;
  const planned = planProduct(found, { id, language, name, parties }, reader, joining);
  const blocking = reader.diagnostics.filter(isBlocking);
  if (planned.value === undefined || blocking.length > 0) return notBrought(now.locate(blocking));
  const tried = tryChange(workspace, planned.value);
  const own = tried.diagnostics.filter(({ scope }) => scope?.product === id);
  const legend = legendFindings(found, tried, options);
  return {
    kind: 'product',
    files: writeInto(options.into!, workspace, planned.value, options.dryRun),
    diagnostics: locateEverywhere([...planned.diagnostics, ...legend], tried, options.files),
    checked: tried.locate(own),
    missing: 0,
    isBuilt: true,
  };
}

/** Findings about pages and about the workspace they are held against. */
function locateEverywhere(
  found: readonly Diagnostic[],
  { tables }: Tried,
  pages: readonly SourceFile[],
): LocatedDiagnostic[] {
  return locateDiagnostics(found, { tables, read: readLines(pages) });
}

/** Findings about pages, with the line that they speak of where the page is text. */
function locateInPages(found: readonly Diagnostic[], pages: readonly SourceFile[]): LocatedDiagnostic[] {
  return locateDiagnostics(found, { tables: new Map(), read: readLines(pages) });
}

function readLines(pages: readonly SourceFile[]): (file: string) => string | undefined {
  return (file) => {
    const bytes = pages.find(({ path }) => path === file)?.bytes;
    return bytes === undefined || isArchive(bytes) ? undefined : new TextDecoder().decode(bytes);
  };
}

/** Lines of a workbook or a DOCX are counted in its tables, and there is no text to show. */
function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}
