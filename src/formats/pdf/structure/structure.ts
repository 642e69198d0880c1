import type { AnnexDocument } from '../../../document/tree.ts';
import { tagBlocks } from './blocks.ts';
import type { Content, Element } from './element.ts';
import { Tagging } from './tagging.ts';

/** The structure tree of an annex, and what each node of the annex is painted as. */
export type Structure = {
  readonly root: Element;
  /** Of an inline, a numbered heading, an item of a list or a picture; undefined for decoration. */
  readonly contentOf: (node: object) => Content | undefined;
};

/** Builds the structure tree of an annex in reading order, every place still empty. */
export function tagDocument(document: AnnexDocument): Structure {
  const root: Element = { type: 'Document', properties: {}, kids: [] };
  const tagging = new Tagging();
  tagBlocks(tagging, document.body, root);
  return { root, contentOf: (node) => tagging.contentOf(node) };
}
