import { titleOf } from '../../document/tables.ts';
import type { Block, Heading, Table } from '../../document/tree.ts';

/** A part of the annex under its heading. The heading of a table stands in the head of the table. */
export type Part = {
  readonly kind: 'part';
  readonly heading: Heading;
  readonly table: Table | undefined;
  readonly items: readonly Item[];
};

/** What stands under a heading: blocks, and the parts with headings of a deeper level. */
export type Item = Exclude<Block, { kind: 'section' }> | Part;

type Opening = { readonly heading: Heading; readonly table: Table | undefined };

/**
 * Nests blocks under their headings. A heading reaches to the next one of its level or a higher one; the heading of
 * a table reaches no further than the table and the parts below it. Sections dissolve, and what is in them ends there.
 */
export function outline(blocks: readonly Block[]): Item[] {
  const items: Item[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at]!;
    const opening = openingOf(block);
    const end = opening && block.kind !== 'section' ? endOf(opening, blocks, at + 1) : at + 1;
    if (block.kind === 'section') items.push(...outline(block.content));
    else if (opening) items.push({ kind: 'part', ...opening, items: outline(blocks.slice(at + 1, end)) });
    else items.push(block);
    at = end;
  }
  return items;
}

function endOf(opening: Opening, blocks: readonly Block[], from: number): number {
  const end = blocks.findIndex((block, at) => at >= from && !belongsTo(opening, block));
  return end < 0 ? blocks.length : end;
}

function belongsTo({ heading, table }: Opening, block: Block): boolean {
  const next = openingOf(block);
  return next ? next.heading.level > heading.level : table === undefined;
}

/** The heading that a block begins with. */
function openingOf(block: Block): Opening | undefined {
  switch (block.kind) {
    case 'heading':
      return { heading: block, table: undefined };
    case 'table': {
      const heading = titleOf(block);
      return heading && { heading, table: block };
    }
    case 'section':
      return block.content[0] && openingOf(block.content[0]);
    default:
      return undefined;
  }
}

/** All parts, a part before those in it. */
export function partsIn(items: readonly Item[]): Part[] {
  return items.flatMap((item) => (item.kind === 'part' ? [item, ...partsIn(item.items)] : []));
}
