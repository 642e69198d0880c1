import type { AnnexDocument } from './tree.ts';

/**
 * A pack as trees: the annexes of one contract bound into one document. The cover alone says whose it is: contents and
 * members say nothing of a contract, so that whoever orders the same set shares their pages.
 */
export type PackDocument = PackBody & {
  /** One page; its one attachment is `contractFile`. */
  readonly cover: AnnexDocument;
};

/** What a pack carries of its contract, as data. */
export const contractFile = 'contract.json';

/** What is the same for every contract of one set of members in one language. */
export type PackBody = {
  /** What stands where: its links to `#anchor` and the page numbers beside them name members. */
  readonly contents: AnnexDocument;
  readonly members: readonly PackMember[];
};

/** One annex in a pack. It begins on a page of its own. */
export type PackMember = {
  /** Unique in the pack, `[a-z][a-z0-9-]*`: what links and page numbers name. */
  readonly anchor: string;
  /** What the outline calls it. */
  readonly title: string;
  readonly document: AnnexDocument;
};
