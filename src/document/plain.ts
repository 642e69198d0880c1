import type { Block, Inline } from './tree.ts';

/** The text of inlines without what it looks like. */
export function plainText(content: readonly Inline[]): string {
  return content.map(textOf).join('');
}

function textOf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'break':
      return ' ';
    case 'span':
    case 'link':
      return plainText(inline.content);
    case 'codes':
      return inline.held.join(' ');
    default:
      return '';
  }
}

/** The text of the headings and paragraphs of a cell. */
export function plainCell(blocks: readonly Block[]): string {
  return blocks
    .map((block) => (block.kind === 'heading' || block.kind === 'paragraph' ? plainText(block.content) : ''))
    .join(' ')
    .trim();
}
