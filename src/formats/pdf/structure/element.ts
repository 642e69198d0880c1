/**
 * The structure tree of a tagged PDF (ISO 32000-1, 14.7) as plain values: what the marks on the pages mean, in the
 * order in which they are read. It is built from the annex tree before anything is painted; painting fills it.
 */
export type Element = {
  readonly type: ElementType;
  readonly properties: Properties;
  readonly kids: (Element | Content)[];
  /** Where a figure landed; known once it is painted. */
  box: Box | undefined;
};

export type ElementType =
  | 'Document'
  | 'Sect'
  | `H${1 | 2 | 3 | 4 | 5 | 6}`
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Span'
  | 'Link'
  | 'Figure';

export type Properties = {
  /** BCP 47, where it is not the language around it. */
  readonly language?: string | undefined;
  /** What a picture shows, in words. */
  readonly alternative?: string | undefined;
  /** What a link says of itself. */
  readonly description?: string | undefined;
  /** Unique in the document; cells name their headers by it. */
  readonly id?: string | undefined;
  readonly numbering?: 'Decimal' | 'Disc' | undefined;
  readonly cell?: CellProperties | undefined;
};

export type CellProperties = {
  readonly scope: 'Column' | 'Row' | undefined;
  readonly colspan: number;
  /** Ids of the header cells that speak of this one, column before row. */
  readonly headers: readonly string[];
};

/** Left, bottom, right, top in points from the lower left corner of the page. */
export type Box = readonly [number, number, number, number];

/** A place in the tree for something that is painted: the marks that it got, page by page. */
export type Content = {
  readonly element: Element;
  /** The link around it. */
  readonly link: Element | undefined;
  /** Parted from what follows only by where it stands: a space is painted behind it for whoever listens. */
  readonly isApart: boolean;
  readonly marks: Mark[];
};

/** Marked content by its number on a page, or an annotation. */
export type Mark =
  | { readonly page: number; readonly id: number }
  | { readonly page: number; readonly annotation: object };

const none: Properties = {};

/** An element that nothing stands in yet. */
export function newElement(type: ElementType, properties: Properties = none): Element {
  return { type, properties, kids: [], box: undefined };
}

/** Adds an element to another. */
export function addElement(parent: Element, type: ElementType, properties?: Properties): Element {
  const element = newElement(type, properties);
  parent.kids.push(element);
  return element;
}

/** Adds a place for painted content to an element. */
export function addContent(element: Element, link?: Element, isApart = false): Content {
  const content: Content = { element, link, isApart, marks: [] };
  element.kids.push(content);
  return content;
}
