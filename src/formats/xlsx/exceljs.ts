import { createRequire } from 'node:module';
import type { Workbook, Worksheet } from 'exceljs';
import { DEFAULT_SIZE } from '../../workbook/tree.ts';
import type { Part } from './zip.ts';

/**
 * The only door to exceljs. Its last release was in 2023; what is used beyond its public interface is named in this
 * file and held by a test.
 */
const require = createRequire(import.meta.url);
let loaded: new () => Workbook;

/**
 * A new, empty workbook. Loaded when first needed, and without the streaming readers and writers of the package's
 * front door, which take three times as long to load as what is used.
 */
export function newWorkbook(): Workbook {
  loaded ??= require('exceljs/lib/doc/workbook.js') as new () => Workbook;
  return new loaded();
}

/** A validation over a whole range, which the public interface offers for single cells alone. */
export function addValidation(sheet: Worksheet, range: string, validation: RangeValidation): void {
  (
    sheet as unknown as { dataValidations: { add(range: string, validation: RangeValidation): void } }
  ).dataValidations.add(range, validation);
}

export type RangeValidation = {
  readonly type: 'list';
  readonly formulae: readonly [string];
  readonly allowBlank: boolean;
  readonly showErrorMessage: boolean;
  readonly errorStyle: 'warning';
  readonly errorTitle: string;
  readonly error: string;
};

/** A name for a range, as it stands in the file: `'Matrix'!$C$2:$C$46`. */
export type NamedRange = { readonly name: string; readonly ranges: readonly [string] };

/**
 * The XML parts of the package. This makes the calls of exceljs's own `xlsx.write`, with two differences: the parts
 * are handed out rather than zipped with the date of the clock, and what exceljs gets wrong is mended between.
 */
export async function writeParts(
  workbook: Workbook,
  names: readonly NamedRange[],
  font: string,
): Promise<readonly Part[]> {
  const writer = workbook.xlsx as unknown as Writer;
  const model: Model = { ...(workbook.model as unknown as Model), definedNames: names };
  writer.prepareModel(model, {});
  model.worksheets.forEach(mendSheet);
  const parts: Part[] = [];
  const collector = {
    append: (text: string, { name }: { name: string }) =>
      void parts.push({ path: name, text: mendPart(name, text, font) }),
  };
  await writer.addContentTypes(collector, model);
  await writer.addOfficeRels(collector, model);
  await writer.addWorkbookRels(collector, model);
  await writer.addWorksheets(collector, model);
  await writer.addSharedStrings(collector, model);
  writer.addTables(collector, model);
  await writer.addThemes(collector, model);
  await writer.addStyles(collector, model);
  await writer.addApp(collector, model);
  await writer.addCore(collector, model);
  await writer.addWorkbook(collector, model);
  return parts;
}

type Collector = { append(text: string, options: { name: string }): void };
type Step = (zip: Collector, model: Model) => Promise<void> | void;
type Writer = Record<
  | 'addContentTypes'
  | 'addOfficeRels'
  | 'addWorkbookRels'
  | 'addWorksheets'
  | 'addSharedStrings'
  | 'addTables'
  | 'addThemes'
  | 'addStyles'
  | 'addApp'
  | 'addCore'
  | 'addWorkbook',
  Step
> & { prepareModel(model: Model, options: object): void };

type Model = { readonly worksheets: readonly SheetModel[]; definedNames: readonly NamedRange[] };

type SheetModel = {
  rels: { readonly Id: string }[];
  readonly hyperlinks: { readonly target: string; rId: string | undefined }[];
  readonly tables: { readonly columns: { totalsRowLabel?: string }[] }[];
};

function mendSheet(sheet: SheetModel): void {
  makeLinksInternal(sheet);
  // The first column of every table would carry the English label 'Total'.
  for (const table of sheet.tables) delete table.columns[0]?.totalsRowLabel;
}

/** A link to another sheet is a place in this file; exceljs names it as an external file besides. */
function makeLinksInternal(sheet: SheetModel): void {
  const internal = sheet.hyperlinks.filter(({ target }) => /^'.*'!A1$/s.test(target));
  const dropped = new Set(internal.map(({ rId }) => rId));
  sheet.rels = sheet.rels.filter(({ Id }) => !dropped.has(Id));
  for (const link of internal) link.rId = undefined;
}

function mendPart(path: string, xml: string, font: string): string {
  if (path === 'xl/styles.xml') return setDefaultFont(xml, font);
  return path.startsWith('xl/worksheets/sheet') ? allowNumbersAsText(xml) : xml;
}

/** The first font is that of the whole workbook: exceljs knows Calibri alone, which few systems but Windows have. */
function setDefaultFont(styles: string, font: string): string {
  const name = font.replace(/[&<>"]/g, '');
  const first = `<font><sz val="${DEFAULT_SIZE}"/><color theme="1"/><name val="${name}"/><family val="2"/></font>`;
  return styles.replace(/<font>.*?<\/font>/s, () => first);
}

/**
 * Clause numbers such as 1.2 are text: without this, Excel hangs a green triangle on each. The element's place is
 * after the page set-up and before the tables (ECMA-376, CT_Worksheet).
 */
function allowNumbersAsText(sheet: string): string {
  const ignored =
    '<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>';
  return sheet.replace(/<tableParts |<\/worksheet>$/, (end) => ignored + end);
}
