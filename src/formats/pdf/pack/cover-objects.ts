import type { AnnexPdf } from '../engine/document.ts';
import type { ObjectReference } from '../engine/objects.ts';

/** The objects of a pack that its cover writes and its body speaks of. */
export type CoverObjects = {
  readonly page: ObjectReference;
  /** The section of the structure tree. */
  readonly element: ObjectReference;
  /** Its parts of the trees that lead to elements: by what lies on a page, and by names. */
  readonly parents: ObjectReference;
  readonly ids: ObjectReference;
  readonly metadata: ObjectReference;
  readonly contract: ObjectReference;
};

/** How many numbers a cover has for its objects: a page of text is some dozens. */
export const coverRoom = 512;

/**
 * Takes the numbers of these objects, first of all in a document: so they are the same in the document that is the body
 * and in each that is a cover. Both were made alike, so that what stands before is the same as well.
 */
export function reserveCover(pdf: AnnexPdf): CoverObjects {
  return {
    page: pdf.reserve(),
    element: pdf.reserve(),
    parents: pdf.reserve(),
    ids: pdf.reserve(),
    metadata: pdf.reserve(),
    contract: pdf.reserve(),
  };
}
