import type { LaidPage, PlacedLine } from '../engine/page.ts';

/**
 * The lines of text that lie on the pages, in reading order: a paragraph that runs over two pages is not interrupted by
 * its neighbours in the row. Without running headers and footers, and without the repetitions of a table's head. A
 * line that ends inside a word, at a soft hyphen, ends in U+00AD here.
 */
export function paintedLines(pages: readonly LaidPage[]): string[] {
  const seen = new Set<unknown>();
  const paragraphs = new Map<unknown, string[]>();
  for (const { item, type } of pages.flatMap((page) => page.items)) {
    if (type !== 'line' || item.node?.furniture || seen.has(item.inlines)) continue;
    seen.add(item.inlines);
    const lines = paragraphs.get(item.node) ?? [];
    lines.push(textOf(item));
    paragraphs.set(item.node, lines);
  }
  return [...paragraphs.values()].flat();
}

function textOf(line: PlacedLine): string {
  const text = line.inlines
    .map((word) => word.text)
    .join('')
    .trim();
  return line.isSoft ? `${text.slice(0, -1)}\u00ad` : text;
}
