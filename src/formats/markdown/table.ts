import { placeCells } from '../../document/tables.ts';
import type { Block, Column, DefinitionItem, Table, TableRow } from '../../document/tree.ts';
import { writeInlines } from './inline.ts';
import { typed } from './typed.ts';

/** A table of GitHub's Markdown. A cell that reaches over several columns stands in the first of them. */
export function writeTable(table: Table): string {
  const head = table.columns.map((column, at) => headOf(table, column, at));
  const body = table.body.map((row) => cellsOf(row, table.columns.length));
  return writeRows(head, body);
}

/** Terms in the head, what they say below: the one shape in which a table without labels has a head. */
export function writeDefinitions(items: readonly DefinitionItem[]): string {
  return writeRows(
    items.map(({ term }) => writeInlines(term)),
    [items.map(({ details }) => writeInlines(details))],
  );
}

function writeRows(head: readonly string[], body: readonly (readonly string[])[]): string {
  const line = head.map(() => '---');
  return [head, line, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What the head says over a column; under the title of the table, which stands above it, what the column is called. */
function headOf({ head }: Table, { label }: Column, column: number): string {
  const above = head
    .flatMap(placeCells)
    .filter(({ cell, first }) => first === column && cell.content.every(({ kind }) => kind !== 'heading'))
    .map(({ cell }) => writeCell(cell.content))
    .filter((text) => text !== '');
  return above.length > 0 ? above.join('<br>') : typed(label ?? '');
}

function cellsOf(row: TableRow, columns: number): string[] {
  const cells = placeCells(row);
  return Array.from({ length: columns }, (_, column) => {
    const place = cells.find(({ first }) => first === column);
    return place ? writeCell(place.cell.content) : '';
  });
}

/** The blocks of a cell in one line. */
export function writeCell(blocks: readonly Block[]): string {
  return blocks.flatMap(linesOf).join('<br>');
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${block.number === undefined ? '' : `${typed(block.number)} `}${writeInlines(block.content)}`];
    case 'paragraph':
      return [writeInlines(block.content)];
    case 'list':
      return block.items.map(
        ({ content }, at) => `${block.ordered ? `${at + 1}.` : '•'} ${writeCell(content)}`,
      );
    default:
      return [];
  }
}
