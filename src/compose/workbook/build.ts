import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { definedNames, sheetNames } from '../../workbook/names.ts';
import type { DefinedName, WorkbookDocument } from '../../workbook/tree.ts';
import type { Element } from '../markup/element.ts';
import { type Context, report } from './context.ts';
import { childrenNamed, isDate } from './reading.ts';
import { buildSheet } from './sheet.ts';
import { styleBookOf, type WorkbookBrand } from './styles.ts';
import { readTables } from './tables.ts';

/**
 * Builds a workbook from markup that is valid in its dialect (elements.ts), with the styles of a brand. What cannot
 * be built is a Diagnostic at the place in the template where it was written.
 */
export function buildWorkbook(root: Element, brand: WorkbookBrand): Checked<WorkbookDocument> {
  const elements = childrenNamed(root, 'sheet');
  const wanted = elements.map((element) => element.attributes.get('name')!);
  const names = sheetNames(wanted);
  const sheets = elements.map((element, index) => ({ element, name: names[index]! }));
  const context: Context = {
    brand,
    styles: styleBookOf(brand),
    tables: readTables(sheets),
    sheetNames: new Map(wanted.map((name, index) => [name, names[index]!])),
    found: [],
  };
  checkDate(root, context);
  if (sheets.length === 0) report(context, 'workbook-sheet', root, 'A workbook needs a sheet.');
  const built = sheets.map(({ element, name }) => buildSheet(element, name, context));
  const document: WorkbookDocument = {
    language: root.attributes.get('lang')!,
    font: brand.workbook.font,
    properties: readProperties(root),
    sheets: built.map(({ sheet }) => sheet),
    names: [
      ...namesOfColumns(context),
      ...namesOfCells(
        built.flatMap(({ names }) => names),
        context,
      ),
    ],
  };
  return context.found.length > 0 ? failed(...context.found) : checked(document);
}

function checkDate(root: Element, context: Context): void {
  const date = root.attributes.get('date')!;
  if (isDate(date)) return;
  report(context, 'workbook-date', root, `The date of a workbook is written 2026-03-01, found '${date}'.`);
}

function readProperties({ attributes }: Element): WorkbookDocument['properties'] {
  return {
    title: attributes.get('title')!,
    subject: attributes.get('subject')!,
    author: attributes.get('author')!,
    keywords: (attributes.get('keywords') ?? '')
      .split(';')
      .map((word) => word.trim())
      .filter(Boolean),
    date: attributes.get('date')!,
  };
}

function namesOfColumns({ tables }: Context): DefinedName[] {
  return tables.flatMap(({ sheet, columns }) =>
    columns.map(({ rangeName, range }) => ({ name: rangeName, sheet, range })),
  );
}

/** Names of cells have to differ from all others; two that read alike are a slip of the template. */
function namesOfCells(
  named: readonly (DefinedName & { readonly element: Element })[],
  context: Context,
): DefinedName[] {
  const taken = context.tables.flatMap(({ name, columns }) => [
    name,
    ...columns.map(({ rangeName }) => rangeName),
  ]);
  const names = definedNames([...taken, ...named.map(({ name }) => name)]).slice(taken.length);
  return named.map(({ name, sheet, range, element }, index) => {
    if (names[index] !== name) {
      report(
        context,
        'workbook-name',
        element,
        `'${name}' cannot name a cell, or names another one already.`,
        ['Use letters, digits and underscores, a letter first, and nothing that reads as a cell such as A1.'],
      );
    }
    return { name, sheet, range };
  });
}
