import { plainCell, plainText } from '../../document/plain.ts';
import { isHangingList, tablesIn } from '../../document/tables.ts';
import type { Block, Inline, TableRow } from '../../document/tree.ts';

/** A raised number behind an activity that leads to a note. */
export type Reference = { readonly id: string; readonly note: string; readonly clause: string };

/** Notes and what leads to them, found before anything is written: each knows the other. */
export type Notes = {
  /** By the raised text, as it stands in the tree. */
  readonly references: ReadonlyMap<Inline, Reference>;
  /** Id of a note by the row it stands in. */
  readonly ids: ReadonlyMap<TableRow, string>;
};

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Finds numbered notes, and the raised numbers that have one. */
export function findNotes(blocks: readonly Block[]): Notes {
  const tables = tablesIn(blocks);
  const ids = new Map<TableRow, string>();
  const numbers = new Set<string>();
  for (const row of tables.filter(isHangingList).flatMap((table) => table.body)) {
    const number = plainCell(row.cells[0]?.content ?? []);
    if (row.cells.length < 2 || !/^\d+$/.test(number) || numbers.has(number)) continue;
    numbers.add(number);
    ids.set(row, `note-${number}`);
  }
  const references = new Map<Inline, Reference>();
  for (const row of tables.filter((table) => !isHangingList(table)).flatMap((table) => table.body)) {
    const clause = plainCell(row.cells[0]?.content ?? []);
    for (const inline of raisedIn(row)) {
      const number = numberOf(plainText([inline]));
      if (!numbers.has(number)) continue;
      references.set(inline, { id: `reference-${references.size + 1}`, note: `note-${number}`, clause });
    }
  }
  return { references, ids };
}

function raisedIn(row: TableRow): Inline[] {
  const paragraphs = row.cells
    .flatMap(({ content }) => content)
    .filter((block) => block.kind === 'paragraph');
  return paragraphs
    .flatMap(({ content }) => content)
    .filter((inline) => inline.kind === 'span' && isRaised(plainText(inline.content)));
}

function isRaised(text: string): boolean {
  return text !== '' && [...text].every((digit) => raised.includes(digit));
}

function numberOf(text: string): string {
  return [...text].map((digit) => raised.indexOf(digit)).join('');
}
