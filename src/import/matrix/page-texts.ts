import type { Page } from '../page.ts';

/** What a page says of itself: its properties, headings, captions, heads of tables and lines of text. */
export function textsOfPage(page: Page): string[] {
  const said = page.blocks.map((block) => {
    if (block.kind === 'heading') return block.text;
    if (block.kind === 'text') return block.lines.map(({ text }) => text).join(' ');
    return [block.caption ?? '', ...(block.rows[0]?.cells ?? []).map(({ text }) => text)].join(' ');
  });
  return [...page.properties.values(), ...said];
}
