import type { Inline, RunningLine } from './tree.ts';

/** The sides of a running line that say something where there are no pages to count. */
export function sidesWithoutPages(line: RunningLine | undefined): (readonly Inline[])[] {
  return line ? [line.left, line.right].filter((side) => side.length > 0 && !countsPages(side)) : [];
}

function countsPages(content: readonly Inline[]): boolean {
  return content.some((inline) => {
    if (inline.kind === 'span' || inline.kind === 'link') return countsPages(inline.content);
    return inline.kind === 'page-number' || inline.kind === 'page-count';
  });
}
