import type { AnnexPdf } from '../engine/document.ts';
import type { ObjectReference } from '../engine/objects.ts';
import { numeral, textOperand } from '../engine/operands.ts';
import type { Box, CellProperties, Element, Mark, Properties } from '../structure/element.ts';
import type { Owners } from './pages.ts';

/** Writes a filled structure tree into the file, and marks the file as tagged (ISO 32000-1, 14.7 and 14.8). */
export function writeStructure(pdf: AnnexPdf, root: Element, owners: Owners): void {
  const writer = new StructureWriter(pdf, owners);
  // pdfkit ends both when it ends the file.
  const tree = pdf.ref({ Type: 'StructTreeRoot' });
  pdf._root.data.StructTreeRoot = tree;
  pdf._root.data.MarkInfo = pdf.ref({ Marked: true });
  tree.data.K = writer.write(root, tree);
  tree.data.ParentTree = writer.add(`<<${writer.parents().entries}>>`);
  tree.data.ParentTreeNextKey = nextKey(owners);
  tree.data.IDTree = writer.add(`<<${writer.ids().entries}>>`);
}

/** The first key that the pages and annotations of a file leave free in its parent tree. */
export function nextKey({ pages, annotations, firstKey }: Owners): number {
  return firstKey + pages.length + annotations.length;
}

/** Writes elements as they stand in the file: there are thousands, and pdfkit would look at each value of each. */
export class StructureWriter {
  readonly #pdf: AnnexPdf;
  readonly #owners: Owners;
  /** How pages are referred to. */
  readonly #pages: readonly string[];
  readonly #objects = new Map<Element, string>();
  readonly #named: { readonly id: string; readonly object: string }[] = [];

  constructor(pdf: AnnexPdf, owners: Owners) {
    this.#pdf = pdf;
    this.#owners = owners;
    this.#pages = owners.pages.map(({ object }) => String(object));
  }

  /** Writes an element and all that is in it; `before` are elements that another hand writes into it, first of all. */
  write(
    element: Element,
    parent: object,
    object: ObjectReference = this.#pdf.reserve(),
    before: readonly ObjectReference[] = [],
  ): ObjectReference {
    this.#write(element, String(parent), object, before.map(String));
    return object;
  }

  #write(element: Element, parent: string, object: ObjectReference, kids: string[]): string {
    const own = String(object);
    const { id } = element.properties;
    this.#objects.set(element, own);
    if (id !== undefined) this.#named.push({ id, object: own });
    const page = firstPage(element);
    for (const kid of element.kids) {
      if ('marks' in kid) for (const mark of kid.marks) kids.push(this.#markKid(mark, page));
      else if (!isBare(kid)) kids.push(this.#write(kid, own, this.#pdf.reserve(), []));
    }
    const on = page === undefined ? '' : ` /Pg ${this.#pages[page]}`;
    const inside = kids.length === 0 ? '' : ` /K ${kids.length === 1 ? kids[0] : `[${kids.join(' ')}]`}`;
    const properties = propertiesOf(element.properties, element.box);
    this.#pdf.write(object, `<</S /${element.type} /P ${parent}${properties}${on}${inside}>>`);
    return own;
  }

  #markKid(mark: Mark, page: number | undefined): string {
    if ('annotation' in mark) {
      return `<</Type /OBJR /Obj ${mark.annotation} /Pg ${this.#pages[mark.page]}>>`;
    }
    if (mark.page === page) return String(mark.id);
    return `<</Type /MCR /Pg ${this.#pages[mark.page]} /MCID ${mark.id}>>`;
  }

  /**
   * What leads from what lies on the pages back to the elements, as entries of a number tree: a list for each page, then
   * one element an annotation.
   */
  parents(): Leaf {
    const { pages, annotations, firstKey } = this.#owners;
    const lists = pages.map(({ marks }) => this.add(`[${marks.map(this.#objectOf).join(' ')}]`));
    const elements = annotations.map(this.#objectOf);
    const numbers = [...lists, ...elements].map((value, i) => `${firstKey + i} ${value}`);
    return {
      entries: `/Nums [${numbers.join(' ')}]`,
      limits: `${firstKey} ${firstKey + numbers.length - 1}`,
    };
  }

  /** The elements that have a name, as entries of a name tree. */
  ids(): Leaf {
    const named = this.#named.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const names = named.map(({ id, object }) => `${textOperand(id)} ${object}`);
    const limits = [named[0], named.at(-1)].map((one) => (one ? textOperand(one.id) : ''));
    return { entries: `/Names [${names.join(' ')}]`, limits: limits.join(' ') };
  }

  readonly #objectOf = (element: Element): string => this.#objects.get(element)!;

  /** Adds an object as its body stands. */
  add(body: string): ObjectReference {
    const object = this.#pdf.reserve();
    this.#pdf.write(object, body);
    return object;
  }
}

/** A part of a number tree or name tree (ISO 32000-1, 7.9.6 and 7.9.7), with its least and its greatest key. */
export type Leaf = { readonly entries: string; readonly limits: string };

/** The page that an element's own content begins on. */
function firstPage({ kids }: Element): number | undefined {
  for (const kid of kids) if ('marks' in kid && kid.marks[0]) return kid.marks[0].page;
  return undefined;
}

/** Whether nothing of an element was painted: an empty text leaves no trace. An empty cell still holds its place. */
function isBare({ type, kids }: Element): boolean {
  if (type === 'TD' || type === 'TH') return false;
  return kids.every((kid) => ('marks' in kid ? kid.marks.length === 0 : isBare(kid)));
}

function propertiesOf(properties: Properties, box: Box | undefined): string {
  const { language, alternative, id, numbering, cell } = properties;
  let entries = '';
  if (language !== undefined) entries += ` /Lang ${textOperand(language)}`;
  if (alternative !== undefined) entries += ` /Alt ${textOperand(alternative)}`;
  if (id !== undefined) entries += ` /ID ${textOperand(id)}`;
  if (numbering) entries += ` /A <</O /List /ListNumbering /${numbering}>>`;
  if (cell) entries += cellAttributes(cell);
  if (box) entries += ` /A <</O /Layout /Placement /Block /BBox [${box.map(numeral).join(' ')}]>>`;
  return entries;
}

function cellAttributes({ scope, colspan, headers }: CellProperties): string {
  let attributes = '';
  if (scope) attributes += ` /Scope /${scope}`;
  if (colspan > 1) attributes += ` /ColSpan ${colspan}`;
  if (headers.length > 0) attributes += ` /Headers [${headers.map(textOperand).join(' ')}]`;
  return attributes === '' ? '' : ` /A <</O /Table${attributes}>>`;
}
