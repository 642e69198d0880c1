import type { Block, Paragraph } from '../../document/tree.ts';
import { writeInlines } from './inline.ts';
import { type Element, element, type Html } from './node.ts';
import type { Setting } from './setting.ts';

/** Classes of an element, those that are none left out. */
export function classes(...names: readonly (string | undefined | false)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined;
}

/** Text in the tree's own style; what is set in from the left starts where all text starts. */
export function writeParagraph(setting: Setting, paragraph: Paragraph, more?: string): Element {
  const { content, style, space } = paragraph;
  const look = classes(setting.types.text(style), space.left > 0 && 'at-text', more);
  return element('p', { class: look }, ...writeInlines(setting, content));
}

/** What stands in a cell or an item: the text alone, where a single paragraph is all there is. */
export function writeContent(
  setting: Setting,
  blocks: readonly Block[],
  inside: (blocks: readonly Block[]) => Html[],
): { readonly look: string | undefined; readonly children: readonly Html[] } {
  const [only, ...others] = blocks;
  if (only?.kind !== 'paragraph' || others.length > 0) return { look: undefined, children: inside(blocks) };
  return {
    look: classes(setting.types.text(only.style), only.space.left > 0 && 'at-text'),
    children: writeInlines(setting, only.content),
  };
}
