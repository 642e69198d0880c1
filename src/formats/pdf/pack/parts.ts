import type { PackBody, PackMember } from '../../../document/pack.ts';
import type { AnnexDocument } from '../../../document/tree.ts';
import type { Definition } from '../definition.ts';
import { AnnexBuilder } from '../engine/builder.ts';
import type { AnnexPdf } from '../engine/document.ts';
import type { LaidPage } from '../engine/page.ts';
import { layOut } from '../layout/layout.ts';
import type { PageNumbers } from '../layout/setting.ts';

/** A document on pages of its own. */
export type Part = {
  readonly definition: Definition;
  readonly builder: AnnexBuilder;
  readonly pages: readonly LaidPage[];
};

/** A member on its pages. */
export type PlacedMember = PackMember & { readonly part: Part };

/** The body of a pack on its pages: the contents first, then its members. */
export type PlacedBody = { readonly contents: Part; readonly members: readonly PlacedMember[] };

/** The cover is one page, before all others. */
export const coverPages = 1;

/** Places a document on pages without running lines. */
export function placePart(definition: Definition, pdf: AnnexPdf): Part {
  const builder = new AnnexBuilder(definition.page);
  return { definition, builder, pages: builder.place(definition, pdf) };
}

/** Places all of a body and adds running lines, which count through the pack. */
export function placeBody(body: PackBody, pdf: AnnexPdf): PlacedBody {
  const members = body.members.map((member) => ({
    ...member,
    part: placePart(layOut(member.document), pdf),
  }));
  const contents = placeContents(body.contents, members, pdf);
  const parts = [contents, ...members.map(({ part }) => part)];
  const count = coverPages + sum(parts.map(({ pages }) => pages.length));
  let before = coverPages;
  for (const { builder, definition, pages } of parts) {
    builder.addRunningLines(definition, { before, count });
    before += pages.length;
  }
  return { contents, members };
}

// Contents that cite pages move these pages by their own length: it settles at once, or at the end of a page in the second go.
const goes = 4;

/** Places the contents until they cite the pages that members then begin on. */
function placeContents(document: AnnexDocument, members: readonly PlacedMember[], pdf: AnnexPdf): Part {
  let length = 1;
  for (let go = 0; go < goes; go++) {
    const part = placePart(layOut(document, numberPages(members, length)), pdf);
    if (part.pages.length === length) return part;
    length = part.pages.length;
  }
  throw new Error('The contents of a pack change their length with the page numbers in them.');
}

function numberPages(members: readonly PlacedMember[], contentsPages: number): PageNumbers {
  const numbers = new Map<string, number>();
  let next = coverPages + contentsPages + 1;
  for (const { anchor, part } of members) {
    numbers.set(anchor, next);
    next += part.pages.length;
  }
  return numbers;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
