import type { PdfNode, Shape } from '../definition.ts';
import type { PlacedLine } from './line.ts';

export type { PlacedLine } from './line.ts';
export type { Word } from './word.ts';

/** What lies on a page, in the order in which it is painted. Nodes of a definition carry their place. */
export type PageItem =
  | { readonly type: 'line'; readonly item: PlacedLine }
  | { readonly type: 'vector'; readonly item: Shape }
  | { readonly type: 'image' | 'svg'; readonly item: PdfNode };

export type LaidPage = {
  readonly items: PageItem[];
  readonly pageSize: { readonly width: number; readonly height: number };
};
