import { isHangingList, titleOf } from '../../document/tables.ts';
import type { Block, Cover, Heading, List, Notice, Paragraph, Table, TableRow } from '../../document/tree.ts';
import { writeInlines } from './inline.ts';
import { writeCell, writeDefinitions, writeTable } from './table.ts';
import { atStart, typed } from './typed.ts';

/** Blocks as Markdown, each a text that a blank line sets apart from the next. */
export function writeBlocks(blocks: readonly Block[]): string[] {
  return blocks.flatMap(writeBlock).filter((text) => text !== '');
}

function writeBlock(block: Block): string[] {
  switch (block.kind) {
    case 'cover':
      return writeCover(block);
    case 'section':
      return writeBlocks(block.content);
    case 'heading':
      return [writeHeading(block)];
    case 'paragraph':
      return [writeParagraph(block)];
    case 'list':
      return [writeList(block)];
    case 'definitions':
      return [writeDefinitions(block.items)];
    case 'table':
      return writeTitledTable(block);
    case 'notice':
      return [writeNotice(block)];
    case 'figure':
      // A text has no pictures; what they say is said.
      return [atStart(typed(block.image.alt))];
  }
}

function writeCover({ masthead, content }: Cover): string[] {
  const { name, label } = masthead;
  const line = [name, ...(label ? [label] : [])].map((paragraph) => writeInlines(paragraph.content));
  return [atStart(line.join(' · ')), ...writeBlocks(content)];
}

function writeHeading({ level, number, content }: Heading): string {
  const title = writeInlines(content);
  return `${'#'.repeat(level)} ${number === undefined ? title : `${typed(number)} ${title}`}`;
}

function writeParagraph({ content }: Paragraph): string {
  return atStart(writeInlines(content));
}

function writeTitledTable(table: Table): string[] {
  const title = titleOf(table);
  const written = isHangingList(table) ? table.body.map(writeHangingRow).join('\n') : writeTable(table);
  return [...(title ? [writeHeading(title)] : []), written];
}

/** A note keeps its number; what has none is an item of a list without. */
function writeHangingRow({ cells }: TableRow): string {
  const [number, text] = cells.length > 1 ? cells : [undefined, cells[0]];
  const sign = number ? writeCell(number.content) : '';
  const isNumber = /^\d{1,9}$/.test(sign.replaceAll('*', ''));
  const marker = isNumber ? `${sign.replaceAll('*', '')}.` : '-';
  const words = [...(isNumber || sign === '' ? [] : [sign]), writeCell(text?.content ?? [])];
  return `${marker} ${atStart(words.join(' '))}`;
}

function writeList({ ordered, items }: List): string {
  return items
    .map(({ content }, at) => {
      const marker = ordered ? `${at + 1}. ` : '- ';
      return (
        marker +
        writeBlocks(content)
          .join('\n\n')
          .replace(/\n(?!\n)/g, `\n${' '.repeat(marker.length)}`)
      );
    })
    .join('\n');
}

function writeNotice({ title, content }: Notice): string {
  const head = writeInlines([
    { kind: 'span', role: 'strong', style: {}, language: undefined, content: title.content },
  ]);
  const paragraphs = [atStart(head), ...content.map(writeParagraph)];
  return paragraphs.map((text) => `> ${text}`).join('\n>\n');
}
