import type { GridBlock, Page } from '../page.ts';

const note =
  /^(?:\[\^(\w{1,20})\]:|\[(\d{1,2})\]|\((\d{1,2})\)|(\d{1,2})\)|([*†‡§]{1,3})(?=\s|\p{L}|\()|([¹²³]))\s*(\S.*)$/u;

/**
 * The footnotes of a page, by their marks: `(1) Where subscribed.`, `* Subject to the plan.`; and the numbered list that
 * stands below the last table of the matrix.
 */
export function readFootnotes(page: Page, matrix: ReadonlySet<GridBlock>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const lastTable = page.blocks.findLastIndex((block) => block.kind === 'grid' && matrix.has(block));
  for (const [at, block] of page.blocks.entries()) {
    if (block.kind !== 'text') continue;
    for (const { text } of block.lines) {
      const read = note.exec(text) ?? (at > lastTable ? listed.exec(text) : null);
      const mark = read?.slice(1, -1).find((part) => part !== undefined);
      if (mark !== undefined && !found.has(plainMark(mark))) found.set(plainMark(mark), read!.at(-1)!.trim());
    }
  }
  return found;
}

const listed = /^(\d{1,2})\.\s+(\S.*)$/u;

/** A text without the raised figures at its end that refer to footnotes, and the marks that they are. */
export function takeRaised(
  text: string,
  footnotes: ReadonlyMap<string, string>,
): { readonly text: string; readonly marks: readonly string[] } {
  const raised = /(?<=[^\s\d][^\s]|[.)\]]\s?)([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})$/u.exec(text);
  const mark = raised && [...raised[1]!].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join('');
  if (!raised || !mark || !footnotes.has(mark) || /\s[kcm]?m$/u.test(text.slice(0, raised.index)))
    return { text, marks: [] };
  return { text: text.slice(0, raised.index).trim(), marks: [mark] };
}

function plainMark(mark: string): string {
  const raised = '¹²³'.indexOf(mark);
  return raised < 0 ? mark : String(raised + 1);
}
