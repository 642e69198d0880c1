import { plainCell } from '../../document/plain.ts';
import type { Block, Table, TableRow } from '../../document/tree.ts';
import { type Element, element, type Html } from './node.ts';
import type { Setting } from './setting.ts';
import { writeContent } from './text.ts';

type WriteBlocks = (blocks: readonly Block[]) => Html[];

/** Notes and links: the tree sets them as a table of two columns, which on a page is a list with hanging numbers. */
export function writeHangingList(setting: Setting, table: Table, inside: WriteBlocks): Element {
  const items = table.body.map((row) => writeItem(setting, row, inside));
  return element('ul', { class: 'hanging', role: 'list' }, ...items);
}

function writeItem(setting: Setting, row: TableRow, inside: WriteBlocks): Element {
  const [number, text] = row.cells.length > 1 ? row.cells : [undefined, row.cells[0]];
  const content = writeContent(setting, text?.content ?? [], inside);
  return element(
    'li',
    { id: setting.notes.ids.get(row) },
    ...(number ? [element('div', { class: 'number' }, plainCell(number.content))] : []),
    element('div', { class: content.look }, ...content.children, ...writeWaysBack(setting, row)),
  );
}

/** Links to where the note is cited, each named by its clause. */
function writeWaysBack({ notes }: Setting, row: TableRow): Html[] {
  const note = notes.ids.get(row);
  const citing = [...notes.references.values()].filter((reference) => reference.note === note);
  return citing.flatMap(({ id, clause }) => [
    ' ',
    element('a', { class: 'back', href: `#${id}`, role: 'doc-backlink' }, `↩\u00a0${clause}`),
  ]);
}
