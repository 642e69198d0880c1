import { createRequire } from 'node:module';
import type { Style, Workbook, Worksheet } from 'exceljs';
import { DEFAULT_SIZE } from '../../workbook/tree.ts';
import type { Part } from './zip.ts';

/**
 * The only door to exceljs. Its last release was in 2023; what is used beyond its public interface is named in this
 * file and held by a test.
 */
const require = createRequire(import.meta.url);
let loaded: new () => Workbook;

/**
 * Loaded when first needed, and without the streaming readers and writers of the package's front door, which take
 * three times as long to load as what is used.
 */
function newWorkbook(): Workbook {
  loaded ??= require('exceljs/lib/doc/workbook.js') as new () => Workbook;
  return new loaded();
}

/** What a workbook without its sheets depends on. */
export type Bones = {
  readonly sheets: number;
  readonly tables: number;
  /** Font of the cells that have no style of their own. */
  readonly font: string;
  readonly styles: readonly Partial<Style>[];
  readonly conditions: readonly Partial<Style>[];
};

/** The parts of a workbook around its sheets, and the numbers that its sheets have to cite, in the order of the bones. */
export type WrittenBones = {
  readonly parts: readonly Part[];
  readonly styleNumbers: readonly number[];
  readonly conditionNumbers: readonly number[];
  /** Ids of the relations from the workbook to its sheets. */
  readonly sheetRelations: readonly string[];
};

/**
 * Writes a workbook's content types, relations, theme and styles. This makes the calls of exceljs's own `xlsx.write` that
 * concern them, for a workbook whose first sheet shows every style once.
 */
export async function writeBones({ sheets, tables, font, styles, conditions }: Bones): Promise<WrittenBones> {
  const workbook = newWorkbook();
  const [first] = Array.from({ length: sheets }, () => workbook.addWorksheet());
  showStyles(first!, styles, conditions);
  const writer = workbook.xlsx as unknown as Writer;
  const model = workbook.model as unknown as Model;
  writer.prepareModel(model, {});
  model.tables = Array.from({ length: tables }, (_, index) => ({ target: `table${index + 1}.xml` }));
  const parts: Part[] = [];
  const collector: Collector = {
    append: (text, { name }) => void parts.push({ path: name, text: setDefaultFont(name, text, font) }),
  };
  await writer.addContentTypes(collector, model);
  await writer.addOfficeRels(collector, model);
  await writer.addWorkbookRels(collector, model);
  await writer.addThemes(collector, model);
  await writer.addStyles(collector, model);
  const { rows, conditionalFormattings } = model.worksheets[0]!;
  return {
    parts,
    styleNumbers: rows[1]?.cells.map(({ styleId }) => styleId) ?? [],
    conditionNumbers: conditionalFormattings.flatMap(({ rules }) => rules.map(({ dxfId }) => dxfId)),
    sheetRelations: model.worksheets.map(({ rId }) => rId),
  };
}

/** A text, since exceljs does not name the part of the strings where there is none; below it a cell of each style. */
function showStyles(
  sheet: Worksheet,
  styles: readonly Partial<Style>[],
  conditions: readonly Partial<Style>[],
): void {
  sheet.getCell(1, 1).value = 'text';
  styles.forEach((style, index) => {
    sheet.getCell(2, index + 1).style = style;
  });
  sheet.addConditionalFormatting({
    ref: 'A1',
    rules: conditions.map((style, index) => ({
      type: 'expression',
      priority: index + 1,
      formulae: ['TRUE'],
      style,
    })),
  });
}

type Collector = { append(text: string, options: { name: string }): void };
type Step = (zip: Collector, model: Model) => Promise<void>;
type Writer = Record<
  'addContentTypes' | 'addOfficeRels' | 'addWorkbookRels' | 'addThemes' | 'addStyles',
  Step
> & { prepareModel(model: Model, options: object): void };

type Model = { readonly worksheets: readonly SheetModel[]; tables: readonly { readonly target: string }[] };

/** A sheet as `prepareModel` and `addWorkbookRels` leave it. */
type SheetModel = {
  readonly rId: string;
  readonly rows: readonly { readonly cells: readonly { readonly styleId: number }[] }[];
  readonly conditionalFormattings: readonly { readonly rules: readonly { readonly dxfId: number }[] }[];
};

/** The first font is that of the whole workbook: exceljs knows Calibri alone, which few systems but Windows have. */
function setDefaultFont(path: string, xml: string, font: string): string {
  if (path !== 'xl/styles.xml') return xml;
  const name = font.replace(/[&<>"]/g, '');
  const first = `<font><sz val="${DEFAULT_SIZE}"/><color theme="1"/><name val="${name}"/><family val="2"/></font>`;
  return xml.replace(/<font>.*?<\/font>/s, () => first);
}
