import type { LaidPage, PlacedLine } from '../engine/page.ts';

/**
 * The lines of text that lie on the pages, in reading order: a paragraph that runs over two pages is not interrupted by
 * its neighbours in the row. Without running headers and footers, and without the repetitions of a table's head. A
 * line that ends inside a word, at a soft hyphen, ends in U+00AD here.
 */
export function paintedLines(pages: readonly LaidPage[]): string[] {
  const seen = new Set<unknown>();
  const paragraphs = new Map<unknown, string[]>();
  for (const page of pages)
    for (const { item, type } of page.items) {
      if (type !== 'line' || item.node?.furniture || seen.has(item.inlines)) continue;
      seen.add(item.inlines);
      const lines = paragraphs.get(item.node);
      if (lines) lines.push(textOf(item));
      else paragraphs.set(item.node, [textOf(item)]);
    }
  return [...paragraphs.values()].flat();
}

function textOf({ inlines, isSoft }: PlacedLine): string {
  let text = '';
  for (const word of inlines) text += word.text;
  text = text.trim();
  return isSoft ? `${text.slice(0, -1)}\u00ad` : text;
}
