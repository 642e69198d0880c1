import { plainText } from '../../document/plain.ts';
import type { Block, DefinitionItem, Inline } from '../../document/tree.ts';

/** What each sign stands for in words, and what stands for no sign. */
export type Legend = { readonly words: ReadonlyMap<string, string>; readonly none: string | undefined };

/** Reads the legend that the document prints: a sign, its word in semibold, its meaning. */
export function readLegend(blocks: readonly Block[]): Legend {
  const words = new Map<string, string>();
  let none: string | undefined;
  for (const item of legendItems(blocks)) {
    const [codes, ...others] = item.term;
    if (codes?.kind !== 'codes' || others.length > 0) continue;
    const [sign, ...more] = codes.held;
    if (sign === undefined) none ??= plainText(item.details);
    else if (more.length === 0 && !words.has(sign)) words.set(sign, wordOf(item.details));
  }
  return { words, none };
}

function legendItems(blocks: readonly Block[]): DefinitionItem[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'section' || block.kind === 'cover') return legendItems(block.content);
    return block.kind === 'definitions' && block.arrangement === 'legend' ? block.items : [];
  });
}

function wordOf(details: readonly Inline[]): string {
  const strong = details.find((inline) => inline.kind === 'span' && inline.role === 'strong');
  return plainText(strong ? [strong] : details).trim();
}
