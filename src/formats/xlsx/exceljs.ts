import { createRequire } from 'node:module';
import type { Style } from 'exceljs';
import { DEFAULT_SIZE } from '../../workbook/tree.ts';

/**
 * The only door to exceljs. Its last release was in 2023; what is used beyond its public interface is named in this
 * file and held by a test. Of its writer, three parts are loaded when they are first needed: its front door loads
 * readers, a zip library and more, and takes four times as long.
 */
const require = createRequire(import.meta.url);

/** The part of the styles, and the numbers by which sheets cite them, in the order in which they were given. */
export type WrittenStyles = {
  readonly xml: string;
  readonly cells: readonly number[];
  readonly conditions: readonly number[];
};

/** Writes the styles of cells and of conditional formats; `font` is that of the cells that have no style of their own. */
export function writeStyles(
  font: string,
  cells: readonly Partial<Style>[],
  conditions: readonly Partial<Style>[],
): WrittenStyles {
  const StylesXform = require('exceljs/lib/xlsx/xform/style/styles-xform.js') as new (
    isWriter: true,
  ) => StyleSheet;
  const sheet = new StylesXform(true);
  // The style of a cell without style, and with it the first font.
  sheet.addStyleModel({});
  const numbers = {
    cells: cells.map((style) => sheet.addStyleModel(style)),
    conditions: conditions.map((style) => sheet.addDxfStyle(style)),
  };
  return { ...numbers, xml: setDefaultFont(sheet.xml, font) };
}

type StyleSheet = {
  addStyleModel(style: Partial<Style>): number;
  addDxfStyle(style: Partial<Style>): number;
  readonly xml: string;
};

/** The first font is that of the whole workbook: exceljs knows Calibri alone, which few systems but Windows have. */
function setDefaultFont(styles: string, font: string): string {
  const name = font.replace(/[&<>"]/g, '');
  const first = `<font><sz val="${DEFAULT_SIZE}"/><color theme="1"/><name val="${name}"/><family val="2"/></font>`;
  return styles.replace(/<font>.*?<\/font>/s, () => first);
}

/** The colours and fonts of Office, for those who format a workbook further. */
export function writeTheme(): string {
  return require('exceljs/lib/xlsx/xml/theme1.js') as string;
}

/** The part that tells what each part of a package is, for so many sheets and tables, with strings. */
export function writeContentTypes(sheets: number, tables: readonly string[]): string {
  const ContentTypesXform = require('exceljs/lib/xlsx/xform/core/content-types-xform.js') as new () => {
    toXml(model: object): string;
  };
  return new ContentTypesXform().toXml({
    worksheets: Array.from({ length: sheets }, (_, index) => ({ id: index + 1 })),
    sharedStrings: { count: 1 },
    tables: tables.map((target) => ({ target })),
  });
}
