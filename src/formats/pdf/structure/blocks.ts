import { isHangingList, titleOf } from '../../../document/tables.ts';
import type {
  Block,
  Cover,
  Definitions,
  Heading,
  Image,
  List,
  Notice,
  Paragraph,
  Table,
} from '../../../document/tree.ts';
import { addContent, addElement, type Element } from './element.ts';
import { tagInlines } from './inlines.ts';
import { tagTable } from './table.ts';
import type { Tagging } from './tagging.ts';

type Open = { readonly level: number; readonly section: Element };

/**
 * Tags blocks into an element. A heading opens a section, which reaches to the next heading that is not below it; so
 * does a table with a heading in its head, whose section is the table alone.
 */
export function tagBlocks(tagging: Tagging, blocks: readonly Block[], parent: Element): void {
  let open: readonly Open[] = [];
  for (const block of blocks) {
    const level = levelOf(block);
    if (level !== undefined) {
      open = open.filter((section) => section.level < level);
      open = [...open, { level, section: addElement(open.at(-1)?.section ?? parent, 'Sect') }];
    }
    tagBlock(tagging, block, open.at(-1)?.section ?? parent);
    if (block.kind === 'table' && level !== undefined) open = open.slice(0, -1);
  }
}

/** The level of the heading that a block begins with. */
function levelOf(block: Block): number | undefined {
  if (block.kind === 'heading') return block.level;
  return block.kind === 'table' ? titleOf(block)?.level : undefined;
}

function tagBlock(tagging: Tagging, block: Block, parent: Element): void {
  switch (block.kind) {
    case 'cover':
      tagCover(tagging, block, addElement(parent, 'Sect'));
      break;
    case 'section':
      tagSection(tagging, block.content, parent);
      break;
    case 'heading':
      tagHeading(tagging, block, parent);
      break;
    case 'paragraph':
      tagParagraph(tagging, block, parent);
      break;
    case 'list':
      tagList(tagging, block, parent);
      break;
    case 'definitions':
      tagDefinitions(tagging, block, parent);
      break;
    case 'table':
      if (isHangingList(block)) tagHangingList(tagging, block, parent);
      else tagTable(tagging, block, parent, tagContent);
      break;
    case 'notice':
      tagNotice(tagging, block, addElement(parent, 'Sect'));
      break;
    case 'figure':
      tagPicture(tagging, block.image, parent);
      break;
  }
}

/** A section that begins with a heading is the section which that heading opens. */
function tagSection(tagging: Tagging, content: readonly Block[], parent: Element): void {
  const isOpened = content[0] !== undefined && levelOf(content[0]) !== undefined;
  tagBlocks(tagging, content, isOpened ? parent : addElement(parent, 'Sect'));
}

function tagCover(tagging: Tagging, { masthead, content }: Cover, element: Element): void {
  if (masthead.logo) tagPicture(tagging, masthead.logo, element);
  tagParagraph(tagging, masthead.name, element);
  if (masthead.label) tagParagraph(tagging, masthead.label, element);
  for (const block of content) tagBlock(tagging, block, element);
}

function tagHeading(tagging: Tagging, heading: Heading, parent: Element): void {
  const element = addElement(parent, `H${tagging.levels.next(heading.level)}`);
  if (heading.number !== undefined) tagging.claim(heading, addContent(element, undefined, true));
  tagInlines(tagging, heading.content, element);
}

function tagParagraph(tagging: Tagging, { content }: Paragraph, parent: Element): void {
  tagInlines(tagging, content, addElement(parent, 'P'));
}

function tagList(tagging: Tagging, { items, ordered }: List, parent: Element): void {
  const list = addElement(parent, 'L', { numbering: ordered ? 'Decimal' : 'Disc' });
  for (const item of items) {
    const element = addElement(list, 'LI');
    tagging.claim(item, addContent(addElement(element, 'Lbl')));
    tagContent(tagging, item.content, addElement(element, 'LBody'));
  }
}

function tagDefinitions(tagging: Tagging, { items }: Definitions, parent: Element): void {
  const list = addElement(parent, 'L');
  for (const item of items) {
    const element = addElement(list, 'LI');
    tagInlines(tagging, item.term, addElement(element, 'Lbl'));
    tagInlines(tagging, item.details, addElement(element, 'LBody'));
  }
}

/** A table that is nothing but numbers and what they stand before: its title, and a list. */
function tagHangingList(tagging: Tagging, { head, body }: Table, parent: Element): void {
  for (const row of head) for (const { content } of row.cells) tagContent(tagging, content, parent);
  const list = addElement(parent, 'L');
  for (const { cells } of body) {
    const element = addElement(list, 'LI');
    const [number, text] = cells.length > 1 ? cells : [undefined, cells[0]];
    if (number) tagContent(tagging, number.content, addElement(element, 'Lbl'));
    if (text) tagContent(tagging, text.content, addElement(element, 'LBody'));
  }
}

function tagNotice(tagging: Tagging, { title, content }: Notice, element: Element): void {
  for (const paragraph of [title, ...content]) tagParagraph(tagging, paragraph, element);
}

/** A picture that says nothing is decoration. */
function tagPicture(tagging: Tagging, image: Image, parent: Element): void {
  if (image.alt === '') return;
  tagging.claim(image, addContent(addElement(parent, 'Figure', { alternative: image.alt })));
}

/** Tags what a cell or an item holds: a single paragraph needs no element of its own. */
function tagContent(tagging: Tagging, blocks: readonly Block[], parent: Element): void {
  const [first, ...others] = blocks;
  if (first?.kind === 'paragraph' && others.length === 0) tagInlines(tagging, first.content, parent);
  else for (const block of blocks) tagBlock(tagging, block, parent);
}
