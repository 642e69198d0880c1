import { definedNames, headerNames } from '../../workbook/names.ts';
import type { Range } from '../../workbook/tree.ts';
import type { Element } from '../markup/element.ts';
import { childrenNamed, textIn } from './reading.ts';

/** A table of the workbook as formulas on any sheet need it: where its columns are, and what its rows say. */
export type TableData = {
  /** As the template calls it. */
  readonly written: string;
  /** As Excel does. */
  readonly name: string;
  readonly sheet: string;
  readonly range: Range;
  readonly columns: readonly TableColumn[];
  /** The texts of the rows below the header, by column. */
  readonly rows: readonly (readonly string[])[];
};

export type TableColumn = {
  /** As the template calls it. */
  readonly name: string;
  readonly header: string;
  /** What formulas call its rows: `Matrix_section`. */
  readonly rangeName: string;
  readonly range: Range;
  readonly codes: boolean;
};

/**
 * Reads the tables before anything is built, since a formula may stand on a sheet before the table it counts. `prefix` stands
 * before their names.
 */
export function readTables(
  sheets: readonly { readonly element: Element; readonly name: string }[],
  prefix: string,
): readonly TableData[] {
  const found = sheets.flatMap(({ element, name }) =>
    childrenNamed(element, 'table').map((table) => ({ table, sheet: name })),
  );
  const wanted = found.flatMap(({ table }) => [
    `${prefix}${nameOf(table)}`,
    ...columnsOf(table).map((column) => `${prefix}${rangeNameOf(table, column)}`),
  ]);
  const names = definedNames(wanted);
  let next = 0;
  return found.map(({ table, sheet }) => {
    const name = names[next++]!;
    const rangeNames = columnsOf(table).map(() => names[next++]!);
    return readTable(table, sheet, name, rangeNames);
  });
}

function readTable(table: Element, sheet: string, name: string, rangeNames: readonly string[]): TableData {
  const columns = columnsOf(table);
  const headers = headerNames(columns.map(textIn));
  const rows = childrenNamed(table, 'row').map((row) => childrenNamed(row, 'cell').map(textIn));
  const bottom = rows.length + 1;
  return {
    written: nameOf(table),
    name,
    sheet,
    range: { top: 1, left: 1, bottom, right: columns.length },
    columns: columns.map((column, index) => ({
      name: nameOf(column),
      header: headers[index]!,
      rangeName: rangeNames[index]!,
      range: { top: 2, left: index + 1, bottom, right: index + 1 },
      codes: column.attributes.get('codes') === 'yes',
    })),
    rows,
  };
}

function columnsOf(table: Element): readonly Element[] {
  return childrenNamed(table, 'column');
}

function nameOf(element: Element): string {
  return element.attributes.get('name') ?? '';
}

function rangeNameOf(table: Element, column: Element): string {
  return `${nameOf(table)}_${nameOf(column)}`;
}

/** The columns of codes as one range, from the first to the last, or undefined where there are none. */
export function rangeOfCodes({ columns }: TableData): Range | undefined {
  const codes = columns.filter((column) => column.codes).map(({ range }) => range);
  const [first, last] = [codes[0], codes.at(-1)];
  return first && last && { ...first, right: last.right };
}
