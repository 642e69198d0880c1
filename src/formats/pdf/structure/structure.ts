import type { PackBody } from '../../../document/pack.ts';
import type { AnnexDocument } from '../../../document/tree.ts';
import { tagBlocks } from './blocks.ts';
import { addElement, type Content, type Element, newElement } from './element.ts';
import { Tagging } from './tagging.ts';

/** The structure tree of an annex, and what each node of the annex is painted as. */
export type Structure = {
  readonly root: Element;
  /** Of an inline, a numbered heading, an item of a list or a picture; undefined for decoration. */
  readonly contentOf: (node: object) => Content | undefined;
};

/** Builds the structure tree of an annex in reading order, every place still empty. */
export function tagDocument(document: AnnexDocument): Structure {
  const root = newElement('Document');
  const tagging = new Tagging();
  tagBlocks(tagging, document.body, root);
  return { root, contentOf: (node) => tagging.contentOf(node) };
}

/** As `tagDocument`, for the body of a pack: a section for the contents, and one for each member. */
export function tagPack({ contents, members }: PackBody): Structure {
  const root = newElement('Document');
  const tagging = new Tagging(new Set(members.map(({ anchor }) => anchor)));
  tagBlocks(tagging, contents.body, addElement(root, 'Sect', { id: 'contents' }));
  for (const { anchor, document } of members) {
    tagging.beginDocument();
    tagBlocks(tagging, document.body, addElement(root, 'Sect', { id: `member-${anchor}` }));
  }
  return { root, contentOf: (node) => tagging.contentOf(node) };
}

/** As `tagDocument`, for the cover of a pack: a section whose names stand before all those of `tagPack`. */
export function tagCover(cover: AnnexDocument): Structure {
  const root = newElement('Sect', { id: 'a-cover' });
  const tagging = new Tagging(undefined, 'a-t');
  tagBlocks(tagging, cover.body, root);
  return { root, contentOf: (node) => tagging.contentOf(node) };
}
