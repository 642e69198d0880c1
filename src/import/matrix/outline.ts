import type { FoundSection } from '../found.ts';
import type { Block } from '../page.ts';

/** A heading that a page has, however it is marked. */
type Heading = { readonly level: number; readonly text: string; readonly line: number };

/** The headings of a page as sections, and which of them stands over each of its blocks. */
export type Outline = {
  readonly sections: readonly FoundSection[];
  /** Index in `sections`, by the block that stands under it. */
  readonly over: ReadonlyMap<Block, number>;
  readonly title: string | undefined;
};

const number = /^(\d{1,3}(?:\.\d{1,3})*|[A-Z]\.\d{1,3}(?:\.\d{1,3})*)[.)]?\s+(?=\p{L}|["'«“(])/u;

/**
 * Reads the sections of a page. Numbers decide over levels, which authors get wrong; where there are no numbers the
 * levels decide. Numbered lines and bold lines are headings where nothing else is.
 */
export function readOutline(blocks: readonly Block[]): Outline {
  const byBlock = blocks.map((block) => ({ block, headings: headingsIn(block, blocks) }));
  const title = titleOf(byBlock.flatMap(({ headings }) => headings));
  const sections: FoundSection[] = [];
  const over = new Map<Block, number>();
  const open: Open = { levels: [], numbers: new Map() };
  for (const { block, headings } of byBlock) {
    for (const heading of headings) if (heading !== title) place(heading, sections, open);
    if (sections.length > 0) over.set(block, sections.length - 1);
  }
  return { sections, over, title: title?.text };
}

/** The sections that a heading may stand in: those still open by level, and the last with each number. */
type Open = {
  readonly levels: { readonly level: number; readonly at: number }[];
  readonly numbers: Map<string, number>;
};

/** The heading above all others, where there is one of its level only and others stand below. */
function titleOf(headings: readonly Heading[]): Heading | undefined {
  const [first, ...rest] = headings;
  if (first === undefined || number.test(first.text)) return undefined;
  const isAlone =
    rest.length > 0 && rest.every(({ level, text }) => level > first.level || number.test(text));
  return isAlone ? first : undefined;
}

function place(heading: Heading, sections: FoundSection[], open: Open): void {
  const found = number.exec(heading.text);
  const title = found ? heading.text.slice(found[0].length).trim() : heading.text;
  while (open.levels.length > 0 && open.levels.at(-1)!.level >= heading.level) open.levels.pop();
  const parent = found ? parentByNumber(found[1]!, open) : open.levels.at(-1)?.at;
  const at = sections.length;
  const depth = parent === undefined ? 1 : sections[parent]!.depth + 1;
  sections.push({ number: found?.[1], title, depth, parent, line: heading.line });
  open.levels.push({ level: heading.level, at });
  if (found) open.numbers.set(found[1]!, at);
}

/** `3.1.2` stands in the last section `3.1`, or failing that `3`. */
function parentByNumber(text: string, { numbers }: Open): number | undefined {
  const parts = text.split('.');
  for (let length = parts.length - 1; length > 0; length--) {
    const at = numbers.get(parts.slice(0, length).join('.'));
    if (at !== undefined) return at;
  }
  return undefined;
}

function headingsIn(block: Block, blocks: readonly Block[]): Heading[] {
  if (block.kind === 'heading') return [{ level: block.level, text: block.text.trim(), line: block.line }];
  if (block.kind === 'grid') return [];
  const isBold = block.strong && block.lines.length === 1;
  return block.lines.flatMap(({ line, text }) => {
    const found = number.exec(text);
    const isShort = text.length <= 120 && !/[.;:!?]$/u.test(text);
    if (found && isShort && areLinesNumbered(blocks))
      return [{ level: found[1]!.split('.').length + 1, text, line }];
    return isBold && isShort && !hasHeadings(blocks) ? [{ level: 6, text, line }] : [];
  });
}

const hasHeadings = memoize((blocks) => blocks.some((block) => block.kind === 'heading'));

/** Whether lines of text carry numbers of sections, and not of the items of a list: `1.1.` is none of a list. */
const areLinesNumbered = memoize((blocks) =>
  blocks.some(
    (block) =>
      block.kind === 'text' &&
      block.lines.some(({ text }) => /^\d{1,3}\.\d{1,3}\.?(?:\d{1,3}\.?)*\s+\p{L}/u.test(text)),
  ),
);

function memoize(ask: (blocks: readonly Block[]) => boolean): (blocks: readonly Block[]) => boolean {
  const known = new WeakMap<readonly Block[], boolean>();
  return (blocks) => {
    const answer = known.get(blocks) ?? ask(blocks);
    known.set(blocks, answer);
    return answer;
  };
}
