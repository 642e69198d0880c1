/**
 * What layout hands to the engine: a few kinds of nodes that stand one below the other or side by side, with what they
 * owe each other (base lines, keeps). Lengths in points. Every node carries the node of the annex tree that it sets, and
 * the order of nodes is the reading order.
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
  readonly keepWithNext?: true | undefined;
  /** A tint behind the block, down to `least` points from the top of the page or `below` points under the block. */
  readonly backdrop?: Backdrop | undefined;
  /** Begins at least so far from the top of the page. */
  readonly from?: number | undefined;
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
};

/** A paragraph. */
export type TextNode = Placed & {
  readonly text: Run[];
  readonly bookmark?: Bookmark | undefined;
  readonly slots?: SignSlots | undefined;
  /** Part of the running header or footer. */
  readonly furniture?: true | undefined;
};

/** A stretch of text in one style. */
export type Run = {
  readonly text: string;
  readonly font: string;
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly color: string;
  readonly alignment: 'left' | 'right' | 'center';
  readonly fontFeatures?: readonly string[] | undefined;
  readonly link?: string | undefined;
  readonly sup?: true | undefined;
  readonly noWrap?: true | undefined;
  readonly chip?: Chip | undefined;
  readonly rule?: TextRule | undefined;
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

/** Nodes side by side on one first base line. */
export type ColumnsNode = Placed & { readonly columns: ColumnNode[] };

/** A node that stands beside others, and how wide it is with its margins. */
export type Beside<Node> = Node & { readonly width: number };
export type ColumnNode = Beside<PdfNode>;

export type TableNode = Placed & {
  readonly rows: readonly TableRow[];
  /** How many rows are the head. It is repeated on every page, unless the engine finds it too tall for that. */
  readonly heads: number;
  /** How far right of the column before it the content of each column begins; of the left edge, for the first. */
  readonly gaps: readonly number[];
  /** Where each column begins, counted from the left edge, and where the last one ends: rules reach from one to the next. */
  readonly edges: readonly number[];
  /** How many rows stay together at the start (with the head) and at the end. */
  readonly keep: { readonly first: number; readonly last: number };
  /** Stands along the left edge, beside the rows that say so. */
  readonly bar?: Rule;
  /** Behind all rows, up to the edges. */
  readonly tint?: string;
};

/** A row of cells from left to right, with white above and below them and a rule under it all. */
export type TableRow = {
  readonly cells: readonly CellNode[];
  readonly above: number;
  readonly below: number;
  readonly rule: Rule | undefined;
  readonly besideBar: boolean;
};

export type Rule = { readonly width: number; readonly colour: string };

/** What a cell holds, and how many columns it takes where that is more than one. */
export type CellNode = ColumnNode & { readonly span?: number | undefined };

/** Shapes that take no height, counted from where they stand. */
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
  /** The engine writes its size into it. */
  svg: string;
  readonly width: number;
  readonly height: number;
  readonly options: SvgOptions;
};
export type ImageNode = Placed & { readonly image: string; readonly width: number; readonly height: number };

/** Options of the SVG painter: a picture inside a logo is never fetched, and the painter is not to talk. */
export type SvgOptions = {
  readonly imageCallback: () => string;
  readonly warningCallback: () => void;
};
