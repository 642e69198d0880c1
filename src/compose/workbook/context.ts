import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { readAt } from '../markup/at.ts';
import type { Element } from '../markup/element.ts';
import type { StyleBook, WorkbookBrand } from './styles.ts';
import type { TableData } from './tables.ts';

/** What every part of the building of one workbook shares. */
export type Context = {
  readonly brand: WorkbookBrand;
  readonly styles: StyleBook;
  readonly tables: readonly TableData[];
  /** Stands before the names of tables, and so of ranges: each annex of a pack has its own. */
  readonly prefix: string;
  /** The names of the sheets as Excel allows them, by the names that the template gave. */
  readonly sheetNames: ReadonlyMap<string, string>;
  readonly found: Diagnostic[];
};

/** Notes a fault at the place in the template where the element was written. */
export function report(
  context: Context,
  rule: string,
  element: Element,
  message: string,
  hints: readonly string[] = [],
): void {
  context.found.push(error(rule, readAt(element.at), message, { hints }));
}
