import { isHangingList } from '../../document/tables.ts';
import type { Block, Cover, Heading, List, Notice, Table } from '../../document/tree.ts';
import { writeDefinitions } from './definitions.ts';
import { writeHangingList } from './hanging-list.ts';
import { writeHeading } from './heading.ts';
import { type Element, element, type Html } from './node.ts';
import type { Item, Part } from './outline.ts';
import { writePicture } from './picture.ts';
import type { Setting } from './setting.ts';
import { writeTable } from './table.ts';
import { classes, writeContent, writeParagraph } from './text.ts';

/** Writes what stands under a heading, or in the whole of the annex. */
export function writeItems(setting: Setting, items: readonly Item[]): Html[] {
  return items.flatMap((item) =>
    item.kind === 'part' ? [writePart(setting, item)] : writeBlock(setting, item),
  );
}

/** Writes blocks that are no parts of the page: those of a cell, an item of a list, the cover. */
export function writeBlocks(setting: Setting, blocks: readonly Block[]): Html[] {
  return blocks.flatMap((block) =>
    block.kind === 'section' ? writeBlocks(setting, block.content) : writeBlock(setting, block),
  );
}

function writePart(setting: Setting, { heading, table, items }: Part): Element {
  const isList = table !== undefined && isHangingList(table);
  const look = table && !isList ? classes('over-table', setting.types.free(besideTitle(table))) : undefined;
  return element(
    'section',
    {},
    writeHeading(setting, heading, look),
    ...(table ? [writeTableBlock(setting, table, heading)] : []),
    ...writeItems(setting, items),
  );
}

/** The width in points of the columns that the title of a table does not reach over. */
function besideTitle({ columns, head }: Table): number {
  const others = columns.slice(head[0]?.cells[0]?.colspan ?? 1);
  return others.reduce((sum, { width }) => sum + (width === 'rest' ? 0 : width), 0);
}

function writeTableBlock(setting: Setting, table: Table, title: Heading | undefined): Element {
  const inside = (blocks: readonly Block[]) => writeBlocks(setting, blocks);
  return isHangingList(table)
    ? writeHangingList(setting, table, inside)
    : writeTable(setting, table, title, inside);
}

function writeBlock(setting: Setting, block: Exclude<Item, Part>): Html[] {
  switch (block.kind) {
    case 'cover':
      return [writeCover(setting, block, 'div')];
    case 'heading':
      return [writeHeading(setting, block)];
    case 'paragraph':
      return [writeParagraph(setting, block)];
    case 'list':
      return [writeList(setting, block)];
    case 'definitions':
      return [writeDefinitions(setting, block)];
    case 'table':
      return [writeTableBlock(setting, block, undefined)];
    case 'notice':
      return [writeNotice(setting, block)];
    case 'figure':
      return [
        element('figure', { class: classes(block.space.left > 0 && 'at-text') }, writePicture(block.image)),
      ];
  }
}

/** The head of the annex: who speaks, the title, the facts. */
export function writeCover(setting: Setting, { masthead, content }: Cover, tag: string): Element {
  const { logo, name, label } = masthead;
  return element(
    tag,
    { class: `cover ${setting.look.cover}` },
    element(
      'div',
      { class: 'masthead' },
      ...(logo ? [writePicture(logo)] : []),
      writeParagraph(setting, name),
      ...(label ? [writeParagraph(setting, label, 'label')] : []),
    ),
    ...writeBlocks(setting, content),
  );
}

function writeList(setting: Setting, { ordered, items, style, space }: List): Element {
  const look = classes(setting.types.text(style), space.left > 0 && 'at-text');
  const written = items.map((item) => {
    const { look: own, children } = writeContent(setting, item.content, (blocks) =>
      writeBlocks(setting, blocks),
    );
    return element('li', { class: own }, ...children);
  });
  return element(ordered ? 'ol' : 'ul', { class: look }, ...written);
}

function writeNotice(setting: Setting, { title, content }: Notice): Element {
  const id = setting.ids.give('notice-1', 'notice-1');
  const head = writeParagraph(setting, title);
  return element(
    'aside',
    { class: 'notice', role: 'note', 'aria-labelledby': id },
    { ...head, attributes: { ...head.attributes, id } },
    ...content.map((paragraph) => writeParagraph(setting, paragraph)),
  );
}
