import type { Inline } from '../../document/tree.ts';
import { lastSpaceToHold } from '../typography/last-word.ts';
import { splitRaised } from '../typography/raised.ts';
import { setSpaces } from '../typography/spaces.ts';

/** Inlines while their text is still being set; the texts are replaced in place, by these functions alone. */
export type Draft =
  | { readonly kind: 'text'; text: string; readonly language: string }
  | { readonly kind: 'break' }
  | {
      readonly kind: 'group';
      readonly content: readonly Draft[];
      readonly wrap: (content: readonly Inline[]) => Inline;
    }
  /** What is no text: codes, page numbers. */
  | { readonly kind: 'solid'; readonly inline: Inline };

type Leaf = Exclude<Draft, { kind: 'group' }>;

/**
 * Sets a passage: collapses white space across its elements, drops it and breaks at both ends, gives spaces the
 * kinds that the language of each text wants, and raises what it raises.
 */
export function finishText(drafts: readonly Draft[], hasNarrow: boolean): Inline[] {
  const [only, second] = drafts;
  if (only === undefined) return [];
  // Most passages: the cells of a matrix.
  if (second === undefined && only.kind === 'text') return finishLine(only.text, only.language, hasNarrow);
  if (second === undefined && only.kind === 'solid') return [only.inline];
  const leaves = dropOuterBreaks(leavesOf(drafts, []));
  collapseSpaces(leaves);
  for (const leaf of leaves) {
    if (leaf.kind === 'text') leaf.text = setSpaces(leaf.text, leaf.language, hasNarrow);
  }
  holdLastWord(leaves);
  return finishDrafts(drafts, new Set(leaves));
}

/** Sets a passage of one text. */
function finishLine(text: string, language: string, hasNarrow: boolean): Inline[] {
  const set = setSpaces(trimEnd(trimStart(collapse(text))), language, hasNarrow);
  const at = lastSpaceToHold(set);
  return finishParts(at === undefined ? set : hold(set, at), language);
}

function hold(text: string, at: number): string {
  return `${text.slice(0, at)}\u00a0${text.slice(at + 1)}`;
}

/** Only space, tab, CR and LF collapse: no-break spaces are the author's. */
function collapse(text: string): string {
  return /[\t\r]| {2}/.test(text) ? text.replace(/[ \t\r]+/g, ' ') : text;
}

function trimStart(text: string): string {
  return text.startsWith(' ') ? text.slice(1) : text;
}

function trimEnd(text: string): string {
  return text.endsWith(' ') ? text.slice(0, -1) : text;
}

function leavesOf(drafts: readonly Draft[], leaves: Leaf[]): Leaf[] {
  for (const draft of drafts) {
    if (draft.kind === 'group') leavesOf(draft.content, leaves);
    else leaves.push(draft);
  }
  return leaves;
}

/** The leaves without the breaks that nothing stands before or after. */
function dropOuterBreaks(leaves: readonly Leaf[]): readonly Leaf[] {
  if (!leaves.some(({ kind }) => kind === 'break')) return leaves;
  const isMatter = (leaf: Leaf) =>
    leaf.kind === 'solid' || (leaf.kind === 'text' && /[^ \t\r]/.test(leaf.text));
  const first = leaves.findIndex(isMatter);
  const last = leaves.findLastIndex(isMatter);
  return leaves.filter((leaf, index) => leaf.kind !== 'break' || (index > first && index < last));
}

/** White space of a passage is one space, whichever elements it stands in. */
function collapseSpaces(leaves: readonly Leaf[]): void {
  let open = true;
  for (const leaf of leaves) {
    if (leaf.kind !== 'text') {
      open = leaf.kind === 'break';
      continue;
    }
    const collapsed = collapse(leaf.text);
    leaf.text = open ? trimStart(collapsed) : collapsed;
    if (leaf.text !== '') open = leaf.text.endsWith(' ');
  }
  let closed = true;
  for (let i = leaves.length - 1; i >= 0; i--) {
    const leaf = leaves[i]!;
    if (leaf.kind !== 'text') {
      closed = leaf.kind === 'break';
      continue;
    }
    if (closed) leaf.text = trimEnd(leaf.text);
    if (leaf.text !== '') closed = false;
  }
}

function holdLastWord(leaves: readonly Leaf[]): void {
  const written = leaves.map((leaf) =>
    leaf.kind === 'text' ? leaf.text : leaf.kind === 'break' ? '\n' : '\ufffc',
  );
  const at = lastSpaceToHold(written.join(''));
  if (at === undefined) return;
  let start = 0;
  for (const [index, leaf] of leaves.entries()) {
    const end = start + written[index]!.length;
    if (leaf.kind === 'text' && at >= start && at < end) {
      leaf.text = hold(leaf.text, at - start);
    }
    start = end;
  }
}

function finishDrafts(drafts: readonly Draft[], kept: ReadonlySet<Draft>): Inline[] {
  const inlines: Inline[] = [];
  for (const draft of drafts) inlines.push(...finishDraft(draft, kept));
  return inlines;
}

function finishDraft(draft: Draft, kept: ReadonlySet<Draft>): readonly Inline[] {
  switch (draft.kind) {
    case 'text':
      return finishParts(draft.text, draft.language);
    case 'break':
      return kept.has(draft) ? [{ kind: 'break' }] : [];
    case 'solid':
      return [draft.inline];
    case 'group': {
      const content = finishDrafts(draft.content, kept);
      return content.length > 0 ? [draft.wrap(content)] : [];
    }
  }
}

function finishParts(text: string, language: string): Inline[] {
  return text === '' ? [] : splitRaised(text, language).map(finishPart);
}

function finishPart(part: { readonly text: string; readonly raised: boolean }): Inline {
  const text: Inline = { kind: 'text', text: part.text };
  return part.raised ? { kind: 'span', content: [text], style: {}, language: undefined, role: 'sup' } : text;
}
