import type { Block, Cell, Heading, Table, TableRow } from './tree.ts';

/** All tables, in their order. */
export function tablesIn(blocks: readonly Block[]): Table[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return [block];
    return block.kind === 'section' || block.kind === 'cover' ? tablesIn(block.content) : [];
  });
}

/** The heading in the first cell of a row of a table's head, which is its title. */
export function titleOf(table: Table): Heading | undefined {
  const firsts = table.head.map((row) => row.cells[0]?.content[0]);
  return firsts.find((first) => first?.kind === 'heading');
}

/** The cells of a row, each with the first of the columns it takes. */
export function placeCells(row: TableRow): { readonly cell: Cell; readonly first: number }[] {
  let next = 0;
  return row.cells.map((cell) => {
    const first = next;
    next += cell.colspan;
    return { cell, first };
  });
}

/** Whether a table is notes or links: a number and what it stands before, row by row, and no head but the title. */
export function isHangingList(table: Table): boolean {
  const heads = table.head.flatMap((row) => row.cells);
  return (
    table.columns.length === 2 &&
    table.columns.every(({ slots, label }) => slots === undefined && label === undefined) &&
    heads.every(({ content }) => content.every(({ kind }) => kind === 'heading')) &&
    table.body.every((row) => row.cells.every(({ kind }) => kind === 'data'))
  );
}
