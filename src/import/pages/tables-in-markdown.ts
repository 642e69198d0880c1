import type { GridBlock } from '../page.ts';
import { readFragment } from './html.ts';
import type { Inline } from './inline.ts';
import { type CountCells, expectTables } from './limits.ts';

/** A table written in HTML, cut out of a page in Markdown. */
export type CutTable = GridBlock;

/**
 * Cuts the tables written in HTML out of a page in Markdown and leaves blank lines where they stood: Markdown itself
 * would break them off at their first blank line. Throws Damaged.
 *
 * @param read reads Markdown inside a cell
 */
export function cutTables(
  markdown: string,
  read: (source: string) => Inline,
  countCells: CountCells,
): { readonly rest: string; readonly tables: readonly CutTable[] } {
  const tables: CutTable[] = [];
  const places = findTables(markdown);
  expectTables(places.length);
  let rest = '';
  let at = 0;
  let line = 1;
  for (const { start, end } of places) {
    const above = markdown.slice(at, start);
    const source = markdown.slice(start, end);
    line += countBreaks(above);
    const found = readFragment(source, line, read, countCells).filter((block) => block.kind === 'grid');
    tables.push(...found);
    rest += `${above}${source.replace(/[^\n]+/gu, '')}`;
    line += countBreaks(source);
    at = end;
  }
  return { rest: rest + markdown.slice(at), tables };
}

function countBreaks(text: string): number {
  return text.split('\n').length - 1;
}

/** Outermost tables, from `<table` to its `</table>`; one that is never closed ends above the next heading. */
function findTables(markdown: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let depth = 0;
  let start = 0;
  for (const tag of markdown.matchAll(/<(\/?)table\b[^<>]*>/giu)) {
    if (tag[1] === '') {
      if (depth === 0) start = tag.index;
      depth++;
    } else if (depth > 0) {
      depth--;
      if (depth === 0) found.push({ start, end: tag.index + tag[0].length });
    }
  }
  if (depth > 0) found.push({ start, end: nextHeading(markdown, start) });
  return found;
}

function nextHeading(markdown: string, from: number): number {
  const at = markdown.slice(from).search(/\n#{1,6} /u);
  return at < 0 ? markdown.length : from + at;
}
