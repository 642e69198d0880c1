import { placeCells } from '../../../document/tables.ts';
import type { Cell, Table, TableRow } from '../../../document/tree.ts';
import { addElement, type Element } from './element.ts';
import type { TagBlocks, Tagging } from './tagging.ts';

/** Header cells by id, for each column of a table those that speak of it so far. */
type ColumnHeads = (readonly string[])[];

type Part = { readonly element: Element; readonly name: string; readonly heads: ColumnHeads };

/** Tags a table: every header cell says which way it reaches, every cell which headers speak of it. */
export function tagTable(tagging: Tagging, table: Table, parent: Element, tagContent: TagBlocks): void {
  const element = addElement(parent, 'Table');
  const name = tagging.nameTable();
  const heads: ColumnHeads = table.columns.map(() => []);
  const tagRows = (type: 'THead' | 'TBody', rows: readonly TableRow[], first: number): void => {
    if (rows.length === 0) return;
    const group = addElement(element, type);
    for (const [i, row] of rows.entries()) {
      const part = { element: addElement(group, 'TR'), name: `${name}r${first + i}`, heads };
      tagRow(tagging, row, part, tagContent);
    }
  };
  tagRows('THead', table.head, 1);
  tagRows('TBody', table.body, table.head.length + 1);
}

type Place = { readonly cell: Cell; readonly first: number; readonly id: string };

function tagRow(tagging: Tagging, row: TableRow, part: Part, tagContent: TagBlocks): void {
  const places = placeCells(row).map(
    ({ cell, first }): Place => ({ cell, first, id: `${part.name}c${first + 1}` }),
  );
  const rowHeads: string[] = [];
  for (const { cell, id } of places) if (reach(cell) === 'Row') rowHeads.push(id);
  for (const place of places) {
    const { cell, id } = place;
    const above = headsOver(place, part.heads);
    const isData = cell.kind === 'data';
    const headers = isData && rowHeads.length > 0 ? [...above, ...rowHeads] : above;
    const element = addElement(part.element, isData ? 'TD' : 'TH', {
      id: isData ? undefined : id,
      cell: { colspan: cell.colspan, headers, scope: reach(cell) },
    });
    tagContent(tagging, cell.content, element);
  }
  for (const place of places) if (reach(place.cell) === 'Column') addHead(place, part.heads);
}

/** The header cells that speak of the columns of a cell; as they are by now, for more may follow. */
function headsOver(place: Place, heads: ColumnHeads): readonly string[] {
  if (place.cell.colspan === 1) return heads[place.first] ?? [];
  return [...new Set(columnsOf(place).flatMap((column) => heads[column] ?? []))];
}

/** Cells hold on to the lists that speak of them, so a list never changes: a longer one takes its place. */
function addHead(place: Place, heads: ColumnHeads): void {
  for (const column of columnsOf(place)) {
    const above = heads[column];
    if (above) heads[column] = [...above, place.id];
  }
}

function columnsOf({ cell, first }: Place): number[] {
  return Array.from({ length: cell.colspan }, (_, i) => first + i);
}

/** Which way a header cell reaches. */
function reach({ kind, scope }: Cell): 'Column' | 'Row' | undefined {
  if (kind === 'data') return undefined;
  return scope === 'row' ? 'Row' : 'Column';
}
