import type { Pdf, PdfObject } from '../engine/pdfmake.ts';
import type { CellProperties, Element, Mark } from '../structure/element.ts';
import type { Owners } from './pages.ts';

/** Writes a filled structure tree into the file, and marks the file as tagged (ISO 32000-1, 14.7 and 14.8). */
export function writeStructure(pdf: Pdf, root: Element, owners: Owners): void {
  const writer = new StructureWriter(pdf, owners);
  // pdfkit ends both when it ends the file.
  const tree = pdf.ref({ Type: 'StructTreeRoot' });
  pdf._root.data.StructTreeRoot = tree;
  pdf._root.data.MarkInfo = pdf.ref({ Marked: true });
  tree.data.K = writer.write(root, tree);
  tree.data.ParentTree = writer.writeParents();
  tree.data.ParentTreeNextKey = owners.pages.length + owners.annotations.length;
  tree.data.IDTree = writer.writeIds();
}

class StructureWriter {
  readonly #pdf: Pdf;
  readonly #owners: Owners;
  readonly #objects = new Map<Element, PdfObject>();

  constructor(pdf: Pdf, owners: Owners) {
    this.#pdf = pdf;
    this.#owners = owners;
  }

  /** Writes an element and all that is in it. */
  write(element: Element, parent: PdfObject): PdfObject {
    const object = this.#pdf.ref({ S: element.type, P: parent, ...propertiesOf(element) });
    this.#objects.set(element, object);
    const page = element.kids.flatMap((kid) => ('marks' in kid ? kid.marks : []))[0]?.page;
    if (page !== undefined) object.data.Pg = this.#pageObject(page);
    const kids = element.kids.flatMap((kid): unknown[] => {
      if ('marks' in kid) return kid.marks.map((mark) => this.#markKid(mark, page));
      return isBare(kid) ? [] : [this.write(kid, object)];
    });
    if (kids.length > 0) object.data.K = kids.length === 1 ? kids[0] : kids;
    object.end();
    return object;
  }

  #markKid(mark: Mark, page: number | undefined): unknown {
    if ('annotation' in mark) {
      return { Type: 'OBJR', Obj: mark.annotation, Pg: this.#pageObject(mark.page) };
    }
    return mark.page === page ? mark.id : { Type: 'MCR', Pg: this.#pageObject(mark.page), MCID: mark.id };
  }

  #pageObject(page: number): object {
    return this.#owners.pages[page]!.object;
  }

  /** From what lies on the pages back to the elements: a list for each page, then one element an annotation. */
  writeParents(): PdfObject {
    const { pages, annotations } = this.#owners;
    const lists = pages.map(({ marks }) => this.#end(marks.map((element) => this.#objects.get(element))));
    const elements = annotations.map((element) => this.#objects.get(element));
    return this.#end({ Nums: [...lists, ...elements].flatMap((value, key) => [key, value]) });
  }

  writeIds(): PdfObject {
    const named = [...this.#objects].flatMap(([{ properties }, object]) =>
      properties.id === undefined ? [] : [{ id: properties.id, object }],
    );
    named.sort((a, b) => (a.id < b.id ? -1 : 1));
    return this.#end({ Names: named.flatMap(({ id, object }) => [new String(id), object]) });
  }

  #end(data: object): PdfObject {
    const object = this.#pdf.ref(data);
    object.end();
    return object;
  }
}

/** Whether nothing of an element was painted: an empty text leaves no trace. An empty cell still holds its place. */
function isBare({ type, kids }: Element): boolean {
  if (type === 'TD' || type === 'TH') return false;
  return kids.every((kid) => ('marks' in kid ? kid.marks.length === 0 : isBare(kid)));
}

function propertiesOf({ properties, box }: Element): Record<string, unknown> {
  const { language, alternative, id, numbering, cell } = properties;
  return {
    ...(language !== undefined && { Lang: new String(language) }),
    ...(alternative !== undefined && { Alt: new String(alternative) }),
    ...(id !== undefined && { ID: new String(id) }),
    ...(numbering && { A: { O: 'List', ListNumbering: numbering } }),
    ...(cell && cellAttributes(cell)),
    ...(box && { A: { O: 'Layout', Placement: 'Block', BBox: box } }),
  };
}

function cellAttributes({ scope, colspan, headers }: CellProperties): Record<string, unknown> {
  const attributes = {
    ...(scope && { Scope: scope }),
    ...(colspan > 1 && { ColSpan: colspan }),
    ...(headers.length > 0 && { Headers: headers.map((id) => new String(id)) }),
  };
  return Object.keys(attributes).length > 0 ? { A: { O: 'Table', ...attributes } } : {};
}
