import type { AnnexDocument } from '../../../document/tree.ts';
import type { Definition } from '../definition.ts';
import { AnnexPdf } from '../engine/document.ts';
import { type DocumentFont, NotBorrowed } from '../engine/fonts.ts';
import type { WrittenFile, WrittenObject } from '../engine/objects.ts';
import { layOut } from '../layout/layout.ts';
import { tagCover } from '../structure/structure.ts';
import { attachFile } from '../writer/attachments.ts';
import { paintPages } from '../writer/pages.ts';
import { paintedLines } from '../writer/painted.ts';
import { StructureWriter } from '../writer/structure.ts';
import type { CoverPlace } from './body.ts';
import { reserveCover } from './cover-objects.ts';
import { coverPages, placePart } from './parts.ts';

/** A cover as objects of the file that its body began. */
export type WrittenCover = { readonly file: WrittenFile; readonly painted: readonly string[] };

/** A cover that does not fit into its place. */
export type CoverRefused = { readonly refused: 'pages'; readonly pages: number };

/** Sets a cover for a body. Throws NotBorrowed where it wants a letter that the fonts of the body do not have. */
export function writeCover(place: CoverPlace, cover: AnnexDocument): WrittenCover | CoverRefused {
  const definition = layOut(cover);
  const pdf = new CoverPdf(definition, place.fonts);
  const objects = reserveCover(pdf);
  const part = placePart(definition, pdf);
  if (part.pages.length !== coverPages) return { refused: 'pages', pages: part.pages.length };
  const structure = tagCover(cover);
  const painted = paintPages(pdf, part.pages, structure, { firstKey: place.firstKey });
  const pageNumber = pdf.page.dictionary.id;
  const owners = { ...painted, pages: painted.pages.map((page) => ({ ...page, object: objects.page })) };
  const writer = new StructureWriter(pdf, owners);
  writer.write(structure.root, place.parent, objects.element);
  const parents = writer.parents();
  const ids = writer.ids();
  pdf.write(objects.parents, `<<${parents.entries} /Limits [${parents.limits}]>>`);
  pdf.write(objects.ids, `<<${ids.entries} /Limits [${ids.limits}]>>`);
  const contract = attachFile(pdf, cover.attachments![0]!, definition.information.date);
  const file = pdf.finish();
  const places = new Map([
    [pageNumber, objects.page.number],
    [contract.id, objects.contract.number],
    [pdf.metadataRef.id, objects.metadata.number],
  ]);
  return {
    file: { ...file, objects: ownObjects(file.objects, places, place) },
    painted: paintedLines(part.pages),
  };
}

/** What the cover itself wrote, under the numbers that the body knows. What a document has besides is the body's. */
function ownObjects(
  objects: readonly WrittenObject[],
  places: ReadonlyMap<number, number>,
  { coverNumbers }: CoverPlace,
): WrittenObject[] {
  const own = objects.filter(({ number }) => number > coverNumbers.after);
  const placed = own.map((object) => ({ ...object, number: places.get(object.number) ?? object.number }));
  const last = Math.max(...placed.map(({ number }) => number));
  // Two numbers are left for the object stream and the table of objects.
  if (last + 2 >= coverNumbers.before - 1)
    throw new Error(`A cover of ${last} objects has no room in its pack.`);
  return placed;
}

/** The document under a cover, which borrows the fonts of its body. */
class CoverPdf extends AnnexPdf {
  readonly #fonts: ReadonlyMap<string, DocumentFont>;

  constructor(definition: Definition, fonts: ReadonlyMap<string, DocumentFont>) {
    super(definition);
    this.#fonts = fonts;
    // The body says which colours the file means.
    this._addColorOutputIntent = () => {};
  }

  protected override openFont(name: string): DocumentFont {
    const font = this.#fonts.get(name);
    if (font === undefined) throw new NotBorrowed(`The body of the pack holds nothing set in ${name}.`);
    return font;
  }
}
