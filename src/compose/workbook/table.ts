import type { Condition, SheetTable, Validation } from '../../workbook/tree.ts';
import type { Element } from '../markup/element.ts';
import { type ConditionClass, conditionClasses } from './classes.ts';
import { type Context, report } from './context.ts';
import { codeCondition } from './formulas.ts';
import { childrenNamed, choiceAt, textIn } from './reading.ts';
import { addRow, type Grid } from './rows.ts';
import { conditionLook } from './styles.ts';
import { rangeOfCodes, type TableData } from './tables.ts';

/** What a table adds to its sheet beside its rows. */
export type BuiltTable = {
  readonly table: SheetTable | undefined;
  readonly validations: readonly Validation[];
  readonly conditions: readonly Condition[];
};

/** Builds the header and the rows of a table into the grid of its sheet. */
export function addTable(grid: Grid, element: Element, data: TableData, context: Context): BuiltTable {
  checkNames(element, data, context);
  addRow(grid, headerRow(element, data), context);
  const rows = childrenNamed(element, 'row');
  for (const row of rows) {
    checkCells(row, data, context);
    addRow(grid, row, context);
  }
  if (rows.length === 0) {
    report(context, 'workbook-table', element, `The table '${data.name}' has no row.`);
    return { table: undefined, validations: [], conditions: [] };
  }
  return {
    table: { name: data.name, range: data.range, columns: data.columns.map(({ header }) => header) },
    validations: readValidations(element, data, context),
    conditions: readConditions(element, data, context),
  };
}

/** The header as a row, its texts made distinct: Excel calls a table damaged whose columns share a name. */
function headerRow(element: Element, data: TableData): Element {
  const cells = childrenNamed(element, 'column').map(
    (column, index): Element => ({
      kind: 'element',
      name: 'cell',
      attributes: new Map([['class', column.attributes.get('class') ?? 'head']]),
      children: [{ kind: 'text', text: data.columns[index]!.header }],
      at: column.at,
    }),
  );
  const attributes = new Map([
    ['rule', 'strong'],
    ['height', '26'],
  ]);
  return { kind: 'element', name: 'row', attributes, children: cells, at: element.at };
}

/** Names that Excel or a formula would mistake, and columns of codes that are not one range. */
function checkNames(element: Element, data: TableData, context: Context): void {
  const wanted = data.written;
  if (data.name !== `${context.prefix}${wanted}`) {
    report(
      context,
      'workbook-name',
      element,
      `'${wanted}' cannot name a table, or names another one already.`,
      ['Use letters, digits and underscores, a letter first, and nothing that reads as a cell such as A1.'],
    );
  }
  const seen = new Set<string>();
  let codesEnded = false;
  childrenNamed(element, 'column').forEach((column, index) => {
    const { name, codes } = data.columns[index]!;
    if (seen.has(name)) report(context, 'workbook-column', column, `Two columns are called '${name}'.`);
    seen.add(name);
    if (codes && codesEnded)
      report(context, 'workbook-column', column, 'The columns of codes have to stand side by side.');
    codesEnded ||= !codes && data.columns.slice(0, index).some((before) => before.codes);
  });
}

/** A table has a cell in every column, and none that spans, or Excel calls it damaged. */
function checkCells(row: Element, { columns, name }: TableData, context: Context): void {
  const cells = childrenNamed(row, 'cell');
  if (cells.length !== columns.length) {
    const message = `The row has ${cells.length} cells; the table '${name}' has ${columns.length} columns.`;
    report(context, 'workbook-row', row, message);
  }
  for (const cell of cells.filter(({ attributes }) => attributes.has('span'))) {
    report(context, 'workbook-cell', cell, 'A cell of a table takes one column and cannot span.');
  }
}

/** One validation over the columns of codes, whatever their number. */
function readValidations(element: Element, data: TableData, context: Context): Validation[] {
  const [validation, surplus] = childrenNamed(element, 'validation');
  if (surplus)
    report(context, 'workbook-validation', surplus, 'A table has one <validation>: this is its second.');
  const range = validation && rangeOfCodes(data);
  if (!range) return [];
  return [
    {
      range,
      allowed: [...new Set(childrenNamed(validation, 'option').map(textIn))],
      title: validation.attributes.get('title')!,
      message: validation.attributes.get('message')!,
    },
  ];
}

/**
 * Conditions on the columns of codes, the weightiest first: LibreOffice shows the first that holds and no other,
 * Excel mixes them.
 */
function readConditions(element: Element, data: TableData, { brand }: Context): Condition[] {
  const range = rangeOfCodes(data);
  if (!range) return [];
  const weight = (condition: Element) =>
    conditionClasses.indexOf(choiceAt<ConditionClass>(condition, 'class')!);
  return [...childrenNamed(element, 'condition')]
    .sort((one, other) => weight(one) - weight(other))
    .map((condition) => ({
      range,
      formula: codeCondition(range.top, range.left, condition.attributes.get('code')!),
      ...conditionLook(choiceAt<ConditionClass>(condition, 'class')!, brand),
    }));
}
