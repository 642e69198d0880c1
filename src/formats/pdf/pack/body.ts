import { contractFile, type PackBody } from '../../../document/pack.ts';
import type { AnnexDocument } from '../../../document/tree.ts';
import type { Definition } from '../definition.ts';
import { AnnexPdf } from '../engine/document.ts';
import type { DocumentFont } from '../engine/fonts.ts';
import type { ObjectReference, WrittenFile } from '../engine/objects.ts';
import type { LaidPage } from '../engine/page.ts';
import { layOut } from '../layout/layout.ts';
import { tagPack } from '../structure/structure.ts';
import { attachFiles } from '../writer/attachments.ts';
import { type Owners, paintPages } from '../writer/pages.ts';
import { nextKey, StructureWriter } from '../writer/structure.ts';
import { type Alphabet, charactersOf } from './alphabets.ts';
import { type CoverObjects, coverRoom, reserveCover } from './cover-objects.ts';
import { type PlacedBody, placeBody, placePart } from './parts.ts';

/** What a cover has to know of the body behind it. */
export type CoverPlace = {
  /** The numbers of the cover's objects: those between both. */
  readonly coverNumbers: { readonly after: number; readonly before: number };
  /** The element that the cover's stands in. */
  readonly parent: ObjectReference;
  /** The key in the parent tree from which the cover's own count. */
  readonly firstKey: number;
  /** The fonts of the file, for a cover to borrow. */
  readonly fonts: ReadonlyMap<string, DocumentFont>;
};

/** The body of a pack as objects of a file, and the place of its covers. */
export type WrittenBody = {
  readonly file: WrittenFile;
  readonly placed: PlacedBody;
  readonly place: CoverPlace;
};

/**
 * Sets the body of a pack: every page but the cover's. The fonts in it have all letters of some alphabets, in each type
 * that `sample`, a cover of nobody, is set in: the names of customers are written in them.
 */
export function writeBody(
  body: PackBody,
  sample: AnnexDocument,
  alphabets: readonly Alphabet[],
): WrittenBody {
  const pdf = new AnnexPdf(commonDefinition(body, sample));
  const after = pdf.size;
  const cover = reserveCover(pdf);
  pdf.skipTo(after + coverRoom);
  addPageOf(cover, pdf);
  const placed = placeBody(body, pdf);
  const structure = tagPack(body);
  const owners = paintPages(pdf, pagesOf(placed), structure, { firstKey: 0, begins: beginnings(placed) });
  nameMembers(pdf, owners);
  const parent = writeStructure(pdf, owners, { structure, cover });
  const attachments = body.members.flatMap(({ document }) => document.attachments ?? []);
  attachFiles(pdf, attachments, placed.contents.definition.information.date, [
    { name: contractFile, file: cover.contract },
  ]);
  const fonts = lendFonts(pdf, sample, alphabets);
  const coverNumbers = { after, before: after + coverRoom + 1 };
  const place = { coverNumbers, parent, firstKey: nextKey(owners), fonts };
  return { file: finish(pdf, cover), placed, place };
}

/** A definition that has the fonts of all parts; of what the file says of itself, the cover says all. */
function commonDefinition(body: PackBody, sample: AnnexDocument): Definition {
  const documents = [body.contents, ...body.members.map(({ document }) => document), sample];
  const definitions = documents.map((document) => layOut(document));
  return {
    ...definitions[0]!,
    fonts: new Map(definitions.flatMap(({ fonts }) => [...fonts])),
    standIns: new Map(definitions.flatMap(({ standIns }) => [...standIns])),
    images: new Map(definitions.flatMap(({ images }) => [...images])),
  };
}

function addPageOf(cover: CoverObjects, pdf: AnnexPdf): void {
  const pages = pdf._root.data.Pages.data as { Kids: object[]; Count: number };
  pages.Kids.push(cover.page);
  pages.Count++;
}

function pagesOf({ contents, members }: PlacedBody): LaidPage[] {
  return [contents, ...members.map(({ part }) => part)].flatMap(({ pages }) => pages);
}

function beginnings({ members }: PlacedBody) {
  return new Map(members.map(({ anchor, title, part }) => [part.pages[0]!, { anchor, title }]));
}

/** The names that links lead to; pdfkit would sort them as the locale of the machine does. */
function nameMembers(pdf: AnnexPdf, { pages }: Owners): void {
  const named = pages.flatMap(({ anchor, object }) => (anchor === undefined ? [] : [{ anchor, object }]));
  named.sort((a, b) => (a.anchor < b.anchor ? -1 : 1));
  pdf._root.data.Names.data.Dests = {
    Names: named.flatMap(({ anchor, object }) => [new String(anchor), [object, 'Fit']]),
  };
}

type Tagged = { readonly structure: ReturnType<typeof tagPack>; readonly cover: CoverObjects };

/** Writes the structure tree with a place for the cover; gives the element that the cover's stands in. */
function writeStructure(pdf: AnnexPdf, owners: Owners, { structure, cover }: Tagged): ObjectReference {
  const writer = new StructureWriter(pdf, owners);
  const tree = pdf.ref({ Type: 'StructTreeRoot' });
  pdf._root.data.StructTreeRoot = tree;
  pdf._root.data.MarkInfo = pdf.ref({ Marked: true });
  const root = writer.write(structure.root, tree, undefined, [cover.element]);
  tree.data.K = root;
  const parents = writer.parents();
  const ids = writer.ids();
  const own = {
    parents: writer.add(`<<${parents.entries} /Limits [${parents.limits}]>>`),
    ids: writer.add(`<<${ids.entries} /Limits [${ids.limits}]>>`),
  };
  tree.data.ParentTree = writer.add(`<</Kids [${own.parents} ${cover.parents}]>>`);
  // Keys of the cover follow; how many they are is the cover's affair.
  tree.data.ParentTreeNextKey = nextKey(owners) + coverRoom;
  // The names of the cover stand before all others.
  tree.data.IDTree = writer.add(`<</Kids [${cover.ids} ${own.ids}]>>`);
  return root;
}

/** Puts the letters of some alphabets into the fonts that a cover is set in, and gives all fonts of the file. */
function lendFonts(
  pdf: AnnexPdf,
  sample: AnnexDocument,
  alphabets: readonly Alphabet[],
): ReadonlyMap<string, DocumentFont> {
  const characters = charactersOf(alphabets);
  const types = new Set<string>();
  for (const page of placePart(layOut(sample), pdf).pages)
    for (const { item, type } of page.items) {
      if (type !== 'line') continue;
      for (const { font, shape, shaped, run } of item.inlines) {
        font.embedded.include(shaped.glyphs);
        const name = `${run.font} ${run.fontFeatures?.join() ?? ''}`;
        if (types.has(name)) continue;
        types.add(name);
        for (const character of characters) {
          const letter = shape(character);
          // What the font lacks is set in another one, which is asked for by name.
          if (letter.glyphs.every(({ id, characters }) => id !== 0 && characters !== '?'))
            font.embedded.include(letter.glyphs);
        }
      }
    }
  return new Map([...pdf.openedFonts].map(([name, font]) => [name, font.borrowed()]));
}

/** The cover says what the file says of itself. */
function finish(pdf: AnnexPdf, cover: CoverObjects): WrittenFile {
  pdf.info = {};
  pdf.endMetadata = () => {};
  pdf._root.data.Metadata = cover.metadata;
  const { objects, trailer } = pdf.finish();
  return { objects: objects.filter(({ number }) => number !== pdf._info.id), trailer };
}
