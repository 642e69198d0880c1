/**
 * What layout hands to the engine: pdfmake's document definition, narrowed to the few node kinds in use, and widened
 * by what pdfmake does not know (chips behind letters, base lines, keeps). Lengths in points. Every node carries the
 * node of the annex tree that it sets, and the order of nodes is the reading order.
 */
export type Definition = {
  readonly page: PageFrame;
  readonly language: string;
  readonly information: Information;
  /** Font files by name. */
  readonly fonts: ReadonlyMap<string, Uint8Array>;
  /** Fonts that stand in for another, by the name that runs use. */
  readonly standIns: ReadonlyMap<string, StandIn>;
  /** PNG files by the name that image nodes use. */
  readonly images: ReadonlyMap<string, Uint8Array>;
  /** What stands one below the other, over as many pages as it takes. */
  readonly flow: readonly FlowNode[];
  readonly header: (folio: Folio) => PdfNode | undefined;
  readonly footer: (folio: Folio) => PdfNode | undefined;
};

/** Where a page stands: what its running lines count, and whether it is the first of its document. */
export type Folio = { readonly page: number; readonly count: number; readonly isFirst: boolean };

/** A font whose glyphs are set among those of another: on its base line, in lines of its height. */
export type StandIn = { readonly font: string; readonly among: string };

export type PageFrame = {
  readonly width: number;
  readonly height: number;
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
};

export type Information = {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly keywords: string;
  readonly date: Date;
};

export type PdfNode = TextNode | StackNode | ColumnsNode | TableNode | DrawingNode | SvgNode | ImageNode;

/** A block on the page, and what pages owe it. */
export type FlowNode = PdfNode & {
  /** Never the last on its page, unless it is the last of all. */
  readonly keepWithNext?: boolean;
  /** A tint behind the block, down to `least` points from the top of the page or `below` points under the block. */
  readonly backdrop?: Backdrop;
  /** Begins at least so far from the top of the page. */
  readonly from?: number;
};

export type Backdrop = {
  readonly least: number;
  readonly below: number;
  readonly paint: (pageWidth: number, bottom: number) => Shape[];
};

/** Left, top, right, bottom. The engine adds to the top to bring base lines together. */
export type Margin = [number, number, number, number];

type Placed = {
  /** The node of the annex tree. */
  readonly source: object;
  readonly margin: Margin;
  /** Set where the node is one of `columns`. */
  readonly width?: number;
};

/** A paragraph. pdfmake breaks no lines here: the engine does. */
export type TextNode = Placed & {
  readonly text: Run[];
  readonly bookmark?: Bookmark;
  readonly slots?: SignSlots;
  /** Part of the running header or footer. */
  readonly furniture?: true;
};

/** A stretch of text in one style. The names of the attributes are pdfmake's. */
export type Run = {
  readonly text: string;
  readonly font: string;
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly color: string;
  readonly alignment: 'left' | 'right' | 'center';
  readonly fontFeatures?: readonly string[];
  readonly link?: string;
  readonly sup?: true;
  readonly noWrap?: true;
  readonly chip?: Chip;
  readonly rule?: TextRule;
  /** The inline of the annex tree. */
  readonly source: object;
};

/** A line under a run, or through it. */
export type TextRule = 'under' | 'through';

/** A square behind a run, centred on it across and `rise` points above the base line. */
export type Chip = {
  readonly size: number;
  readonly radius: number;
  readonly colour: string;
  readonly rise: number;
  /** How thick its outline is, where it is nothing but that. */
  readonly outline?: number;
};

/** Where the runs of a line are centred, counted from the left edge; dots mark the slots left empty. */
export type SignSlots = { readonly centres: readonly number[]; readonly dots: readonly Dot[] };
export type Dot = {
  readonly x: number;
  readonly radius: number;
  readonly colour: string;
  readonly rise: number;
};

export type Bookmark = { readonly title: string; readonly level: number };

export type StackNode = Placed & { readonly stack: PdfNode[] };

/** Nodes side by side, each with its `width`, on one first base line. */
export type ColumnsNode = Placed & { readonly columns: PdfNode[] };

export type TableNode = Placed & {
  readonly table: {
    /** Repeated on every page; the engine repeats none where the head is too tall for that. */
    headerRows: number;
    /** Without padding and lines, which pdfmake counts apart. */
    readonly widths: number[];
    /** A cell that an earlier one spans is an empty object. */
    readonly body: (CellNode | Record<string, never>)[][];
  };
  readonly layout: TableLayout;
  /** How many rows are the head. */
  readonly heads: number;
  /** How many rows stay together at the start (with the head) and at the end. */
  readonly keep: { readonly first: number; readonly last: number };
};

/** `border` says on which sides a line may be drawn, from the left clockwise; on all where it is left out. */
export type CellNode = PdfNode & {
  readonly colSpan?: number;
  readonly border?: readonly [boolean, boolean, boolean, boolean];
};

export type TableLayout = {
  readonly hLineWidth: (row: number) => number;
  readonly hLineColor: (row: number) => string;
  readonly vLineWidth: (column: number) => number;
  readonly vLineColor: () => string;
  readonly fillColor: () => string | null;
  readonly paddingLeft: (column: number) => number;
  readonly paddingRight: (column: number) => number;
  readonly paddingTop: (row: number) => number;
  readonly paddingBottom: (row: number) => number;
};

export type DrawingNode = Placed & { readonly canvas: Shape[] };

export type Shape =
  | {
      readonly type: 'line';
      x1: number;
      y1: number;
      x2: number;
      y2: number;
      lineWidth: number;
      lineColor: string;
    }
  /** With a `lineWidth` an outline of that width and nothing inside. */
  | {
      readonly type: 'rect';
      x: number;
      y: number;
      w: number;
      h: number;
      r?: number;
      color: string;
      lineWidth?: number;
    }
  /** A disc: both radii are the same. */
  | { readonly type: 'ellipse'; x: number; y: number; r1: number; r2: number; color: string };

export type SvgNode = Placed & {
  readonly svg: string;
  readonly height: number;
  readonly options: SvgOptions;
};
export type ImageNode = Placed & { readonly image: string; readonly height: number };

/** Options of the SVG painter: a picture inside a logo is never fetched, and the painter is not to talk. */
export type SvgOptions = {
  readonly imageCallback: () => string;
  readonly warningCallback: () => void;
};
