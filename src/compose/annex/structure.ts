import type { StructureFault } from '../markup/dialect.ts';
import type { Element } from '../markup/element.ts';

/** The child elements of a name. */
export function elementsNamed(parent: Element, name: string): Element[] {
  return parent.children.filter((node): node is Element => node.kind === 'element' && node.name === name);
}

/** The columns that a table names. */
export function columnsOf(table: Element): Element[] {
  return elementsNamed(table, 'colgroup').flatMap((group) => elementsNamed(group, 'col'));
}

/** Every row of a table has to fill the columns that its colgroup names. */
export function inspectTable(table: Element): StructureFault[] {
  const columns = columnsOf(table).length;
  if (columns === 0) {
    const hint = 'Begin it with <colgroup>, and a <col/> for each column.';
    return [{ element: table, message: '<table> names no columns.', hint }];
  }
  const rows = [...elementsNamed(table, 'thead'), ...elementsNamed(table, 'tbody')].flatMap((part) =>
    elementsNamed(part, 'tr'),
  );
  return rows.flatMap((row) => {
    const filled = columnsFilled(row);
    if (filled === columns) return [];
    const hint = 'Every <col> needs a cell, or a colspan that reaches over it.';
    return [{ element: row, message: `The row fills ${filled} columns; its table has ${columns}.`, hint }];
  });
}

function columnsFilled(row: Element): number {
  const cells = row.children.filter((node) => node.kind === 'element');
  return cells.reduce((sum, cell) => sum + Number(cell.attributes.get('colspan') ?? 1), 0);
}

/** In a dl every dt is followed by its dd. */
export function inspectPairs(definitions: Element): StructureFault[] {
  const elements = definitions.children.filter((node) => node.kind === 'element');
  return elements.flatMap((element, index) => {
    if (element.name === 'dt' && elements[index + 1]?.name !== 'dd') {
      return [{ element, message: '<dt> is not followed by its <dd>.' }];
    }
    if (element.name === 'dd' && elements[index - 1]?.name !== 'dt') {
      return [{ element, message: '<dd> does not follow a <dt>.' }];
    }
    return [];
  });
}
