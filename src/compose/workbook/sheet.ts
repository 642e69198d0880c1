import type { DefinedName, FooterText, PrintSetup, Sheet } from '../../workbook/tree.ts';
import type { Element } from '../markup/element.ts';
import { type Context, report } from './context.ts';
import { childrenNamed, choiceAt, numberAt } from './reading.ts';
import { addRow, type Grid } from './rows.ts';
import { addTable } from './table.ts';

type BuiltSheet = {
  readonly sheet: Sheet;
  readonly names: readonly (DefinedName & { readonly element: Element })[];
};

/** Builds one sheet; `name` is what Excel allows of the name that the template gave. */
export function buildSheet(element: Element, name: string, context: Context): BuiltSheet {
  const [table] = childrenNamed(element, 'table');
  const columns = table ? columnsOfTable(table) : readWidths(element, context);
  const grid: Grid = { columns, rows: [], merges: [], names: [] };
  const data = table && context.tables.find(({ sheet }) => sheet === name);
  if (table) reportCompany(element, context);
  const built = table && data ? addTable(grid, table, data, context) : addRows(grid, element, context);
  const tab = choiceAt<'accent' | 'heading' | 'ink' | 'rule'>(element, 'tab');
  const sheet: Sheet = {
    name,
    tabColour: tab && context.brand.colour[tab],
    columns,
    rows: grid.rows,
    merges: grid.merges,
    table: built.table,
    validations: built.validations,
    conditions: built.conditions,
    freeze: { rows: numberAt(element, 'freeze-rows', 0), columns: numberAt(element, 'freeze-columns', 0) },
    zoom: numberAt(element, 'zoom', 100),
    print: readPrint(element, context),
    origin: element.at,
  };
  return { sheet, names: grid.names.map((named) => ({ ...named, sheet: name })) };
}

function addRows(
  grid: Grid,
  element: Element,
  context: Context,
): Pick<Sheet, 'table' | 'validations' | 'conditions'> {
  for (const row of childrenNamed(element, 'row')) addRow(grid, row, context);
  return { table: undefined, validations: [], conditions: [] };
}

/** A table grows downwards and is filtered: nothing else may stand on its sheet. */
function reportCompany(element: Element, context: Context): void {
  for (const other of childrenNamed(element, 'row', 'table').filter(
    (child, index) => child.name === 'row' || index > 0,
  )) {
    report(context, 'workbook-table', other, 'A sheet with a table holds this table alone.');
  }
}

function columnsOfTable(table: Element): Sheet['columns'] {
  return childrenNamed(table, 'column').map((column) => ({
    width: numberAt(column, 'width', 1),
    hidden: column.attributes.get('hidden') === 'yes',
  }));
}

function readWidths(element: Element, context: Context): Sheet['columns'] {
  const written = element.attributes.get('widths') ?? '';
  return written
    .split(/[ \t\r\n]+/)
    .filter(Boolean)
    .map((part) => {
      const width = Number(part);
      if (width > 0 && width <= 255) return { width, hidden: false };
      report(
        context,
        'workbook-width',
        element,
        `A width of a column is a number up to 255, found '${part}'.`,
      );
      return { width: 1, hidden: false };
    });
}

function readPrint(element: Element, { brand }: Context): PrintSetup {
  const [footer] = childrenNamed(element, 'footer');
  const repeated = numberAt(element, 'repeat-rows', 0);
  return {
    paper: brand.paper,
    orientation: choiceAt<'portrait' | 'landscape'>(element, 'orientation')!,
    titleRows: repeated > 0 ? [1, repeated] : undefined,
    footer: {
      left: [footer?.attributes.get('left') ?? ''],
      right: readPages(footer?.attributes.get('pages') ?? ''),
      font: brand.workbook.font,
      colour: brand.colour.muted,
    },
  };
}

/** `Page {page} of {pages}` with the places of the numbers marked. */
function readPages(text: string): FooterText {
  return text
    .split(/(\{pages?\})/)
    .filter((part) => part !== '')
    .map((part) => (part === '{page}' ? { page: 'number' } : part === '{pages}' ? { page: 'count' } : part));
}
