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
  const wanted = elements.map(writtenName);
  const names = sheetNames(wanted);
  return buildSheets(root, brand, {
    sheets: elements.map((element, index) => ({ element, name: names[index]! })),
    links: new Map(wanted.map((name, index) => [name, names[index]!])),
    prefix: '',
    taken: new Set(),
  });
}

/** The name that a template gives a sheet. */
export function writtenName(sheet: Element): string {
  return sheet.attributes.get('name')!;
}

/** Which sheets are built, and what else there is in the workbook that they are for. */
export type SheetPlan = {
  readonly sheets: readonly { readonly element: Element; readonly name: string }[];
  /** The names of the sheets that links may lead to, by those that templates write. */
  readonly links: ReadonlyMap<string, string>;
  /** Stands before the names of tables, ranges and cells. */
  readonly prefix: string;
  /** Names of tables and ranges elsewhere in the workbook, in lower case. */
  readonly taken: ReadonlySet<string>;
};

/** Builds sheets of a template, with the properties of the workbook. */
export function buildSheets(root: Element, brand: WorkbookBrand, plan: SheetPlan): Checked<WorkbookDocument> {
  const { sheets, prefix, links } = plan;
  const tables = readTables(sheets, prefix);
  const context: Context = {
    brand,
    styles: styleBookOf(brand),
    tables,
    prefix,
    sheetNames: links,
    found: [],
  };
  checkDate(root, context);
  if (sheets.length === 0) report(context, 'workbook-sheet', root, 'A workbook needs a sheet.');
  const built = sheets.map(({ element, name }) => buildSheet(element, name, context));
  const named = built
    .flatMap(({ names }) => names)
    .map((cell) => ({ ...cell, name: `${prefix}${cell.name}` }));
  const document: WorkbookDocument = {
    language: root.attributes.get('lang')!,
    font: brand.workbook.font,
    properties: readProperties(root),
    sheets: built.map(({ sheet }) => sheet),
    names: [...namesOfColumns(context), ...namesOfCells(named, plan.taken, context)],
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
  elsewhere: ReadonlySet<string>,
  context: Context,
): DefinedName[] {
  const here = context.tables.flatMap(({ name, columns }) => [
    name,
    ...columns.map(({ rangeName }) => rangeName),
  ]);
  const names = definedNames([...here, ...named.map(({ name }) => name)]).slice(here.length);
  return named.map(({ name, sheet, range, element }, index) => {
    if (names[index] !== name || elsewhere.has(name.toLowerCase())) {
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
