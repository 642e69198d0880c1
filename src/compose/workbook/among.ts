import { type Checked, failed } from '../../diagnostics/checked.ts';
import { error } from '../../diagnostics/diagnostic.ts';
import { sheetNames } from '../../workbook/names.ts';
import type { WorkbookDocument } from '../../workbook/tree.ts';
import { readAt } from '../markup/at.ts';
import type { Element } from '../markup/element.ts';
import { buildSheets, writtenName } from './build.ts';
import { childrenNamed } from './reading.ts';
import type { WorkbookBrand } from './styles.ts';

/* Sheets for a workbook that several templates write, as that of a pack: each stands among sheets of others. */

/**
 * Builds the matrix sheet of a workbook for a workbook of several products: the first sheet that has a table, under a
 * name that is given, and with a prefix for all that formulas cite.
 */
export function buildMatrixSheet(
  root: Element,
  brand: WorkbookBrand,
  { name, prefix }: { readonly name: string; readonly prefix: string },
): Checked<WorkbookDocument> {
  const elements = childrenNamed(root, 'sheet');
  const matrix = elements.find((element) => childrenNamed(element, 'table').length > 0) ?? elements[0];
  return buildSheets(root, brand, {
    sheets: matrix ? [{ element: matrix, name }] : [],
    // The sheets that stay behind: what leads there stays here.
    links: new Map(elements.map((element) => [writtenName(element), name])),
    prefix,
    taken: new Set(),
  });
}

/** What stands in a workbook behind its first sheet. */
export type Behind = {
  /** The names of the sheets that it may lead to. */
  readonly others: readonly string[];
  readonly hidden: readonly string[];
  /** The names of their tables and ranges, in lower case. */
  readonly taken: ReadonlySet<string>;
};

/** Builds the one sheet that stands before others in a workbook, and holds no table. */
export function buildFirstSheet(
  root: Element,
  brand: WorkbookBrand,
  { others, hidden, taken }: Behind,
): Checked<WorkbookDocument> {
  const [first, second] = childrenNamed(root, 'sheet');
  if (second)
    return refuse('workbook-sheet', second, 'The overview of a pack is one sheet: this is its second.');
  const [table] = first ? childrenNamed(first, 'table') : [];
  if (table)
    return refuse('workbook-table', table, 'The overview of a pack holds no table: the sheets behind it do.');
  const nameOf = (sheet: Element) => sheetNames([...others, ...hidden, writtenName(sheet)]).at(-1)!;
  return buildSheets(root, brand, {
    sheets: first ? [{ element: first, name: nameOf(first) }] : [],
    links: new Map(others.map((other) => [other, other])),
    prefix: '',
    taken,
  });
}

function refuse(rule: string, { at }: Element, message: string): Checked<WorkbookDocument> {
  return failed(error(rule, readAt(at), message));
}
