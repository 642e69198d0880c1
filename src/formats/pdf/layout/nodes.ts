import type { Bookmark, Margin, Run, SignSlots, TextNode } from '../definition.ts';

/** What only some paragraphs have. */
type More = {
  readonly bookmark?: Bookmark | undefined;
  readonly slots?: SignSlots | undefined;
  readonly furniture?: true | undefined;
};

/** A paragraph of runs. All are made here, of one shape: V8 then knows where each of their values lies. */
export function textNode<Width extends number | undefined>(
  source: object,
  text: Run[],
  margin: Margin,
  width: Width,
  { bookmark, slots, furniture }: More = {},
): TextNode & { readonly width: Width } {
  return { source, text, margin, width, bookmark, slots, furniture };
}
