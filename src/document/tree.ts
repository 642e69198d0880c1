/**
 * The annex as a tree: what a template wrote, with the brand's styles attached, before any format paints it.
 * A closed union; every format handles every kind. Lengths in points, colours as #RRGGBB.
 */
export type AnnexDocument = {
  readonly language: string;
  readonly metadata: Metadata;
  readonly page: Page;
  readonly look: Look;
  /** Printed at the top of every page but the first. */
  readonly runningHeader: RunningLine | undefined;
  /** Printed at the bottom of every page. */
  readonly runningFooter: RunningLine | undefined;
  readonly body: readonly Block[];
  /** Files that the document carries inside itself: the matrix as CSV, the edition as JSON. */
  readonly attachments?: readonly Attachment[];
};

/** A file inside the document (PDF/A-3, clause 6.8: associated files). */
export type Attachment = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** What the file is to the document: what it was made from, or the same content as data. */
  readonly relationship: 'Source' | 'Data';
  readonly description: string;
};

export type Metadata = {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly keywords: readonly string[];
  /** ISO date of the edition (or SOURCE_DATE_EPOCH): the only date in the file. */
  readonly date: string;
  readonly edition: string;
  /** What the annex is cited by, such as `EMP-RM-2026-03-EN`. */
  readonly reference: string;
};

export type Page = {
  readonly width: number;
  readonly height: number;
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  /** Width of the column in which numbers hang; text starts to the right of it. */
  readonly hang: number;
};

/** What a format needs to know of the brand beyond the styles of single texts. */
export type Look = {
  readonly cover: 'rule' | 'block';
  readonly colour: {
    readonly ink: string;
    readonly muted: string;
    readonly accent: string;
    readonly tint: string;
    readonly rule: string;
    readonly codeFill: string;
    readonly codeText: string;
  };
  /** For screens that ask for dark pages. */
  readonly dark: DarkColours;
  readonly rule: { readonly strong: number; readonly fine: number };
  readonly codeRadius: number;
  readonly fonts: DocumentFonts;
};

export type DarkColours = Readonly<
  Record<'bg' | 'panel' | 'ink' | 'muted' | 'accent' | 'rule' | 'edge', string>
>;

/** Font files by face and weight, and those that are asked in order for a character that one of them lacks. */
export type DocumentFonts = Readonly<Record<Face, Readonly<Record<Weight, DocumentFont>>>> & {
  readonly fallback: readonly DocumentFont[];
};
/** `name` is unique to the content of the file. */
export type DocumentFont = { readonly name: string; readonly bytes: Uint8Array };
export type Face = 'heading' | 'body';
export type Weight = 400 | 600;

/** How a text is set. */
export type TextStyle = {
  readonly face: Face;
  readonly weight: Weight;
  readonly size: number;
  /** Distance of base lines. */
  readonly leading: number;
  readonly colour: string;
  /** OpenType features of the whole text. */
  readonly features: readonly string[];
  /** OpenType features of its figures alone: what makes figures tabular often widens hyphens as well. */
  readonly figures: readonly string[];
  readonly align: 'left' | 'right' | 'center';
};

/** White space around a block; `left` is measured from the left margin of the column it stands in. */
export type Space = {
  readonly before: number;
  readonly after: number;
  readonly left: number;
  readonly right: number;
};

/** Where in a template an element was written: `templates/annex.hbs:12:5`. */
export type Origin = string;

type Placed = { readonly origin: Origin; readonly space: Space };

export type Block = Cover | Section | Heading | Paragraph | List | Definitions | Table | Notice | Figure;

/** The head of page 1: masthead, title, facts. The brand decides between an accent line and a tinted block. */
export type Cover = Placed & {
  readonly kind: 'cover';
  readonly masthead: Masthead;
  /** Whether it opens a page of its own, as the cover of a pack does: it then reaches to the middle of it. */
  readonly page?: true;
  readonly content: readonly Block[];
};

export type Masthead = {
  readonly logo: Image | undefined;
  readonly name: Paragraph;
  readonly label: Paragraph | undefined;
};

/** A group of blocks that belong together: a section of the matrix, the notes. Draws nothing by itself. */
export type Section = Placed & {
  readonly kind: 'section';
  readonly content: readonly Block[];
  /** How far from the top of its page it begins at least, in points: for the foot of a cover page. */
  readonly from?: number;
};

/** A heading; its number hangs in the hang column. In a table's header cell it starts the cell. */
export type Heading = Placed & {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  readonly number: string | undefined;
  readonly content: readonly Inline[];
  readonly style: TextStyle;
};

export type Paragraph = Placed & {
  readonly kind: 'paragraph';
  readonly content: readonly Inline[];
  readonly style: TextStyle;
};

/** Items hang their sign (bullet or number) in `hang` points. */
export type List = Placed & {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly hang: number;
  readonly items: readonly { readonly content: readonly Block[]; readonly origin: Origin }[];
  readonly style: TextStyle;
};

/** Pairs of a term and what it says: `facts` in four columns, label over value; `legend` in two, sign beside text. */
export type Definitions = Placed & {
  readonly kind: 'definitions';
  readonly arrangement: 'facts' | 'legend';
  readonly items: readonly DefinitionItem[];
};

export type DefinitionItem = {
  readonly term: readonly Inline[];
  readonly termStyle: TextStyle;
  readonly details: readonly Inline[];
  readonly detailsStyle: TextStyle;
  /** How many of the columns the item takes. */
  readonly span: number;
  readonly origin: Origin;
};

export type Table = Placed & {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  /** Repeated at the top of every page the table reaches. */
  readonly head: readonly TableRow[];
  readonly body: readonly TableRow[];
  /** Points above and below the text of a row. */
  readonly padding: { readonly head: readonly [number, number]; readonly body: readonly [number, number] };
  /** How many first and last rows of the body stay together (first ones with the head). */
  readonly keep: { readonly first: number; readonly last: number };
  /** Whether a bar in the accent colour stands left of the body, as beside what changed. */
  readonly bar?: true;
};

export type Column = {
  /** Points, padding and gutter included; `rest` shares what is left. */
  readonly width: number | 'rest';
  /** White space kept free on the right of the column's text. */
  readonly padRight: number;
  /** For a column of codes: where its slots lie. Without slots codes print as text, `R A`. */
  readonly slots: Slots | undefined;
  /** What the column holds, where no cell of the head says it: for listeners, and for tables that need a header. */
  readonly label?: string | undefined;
};

export type Slots = {
  readonly gutter: number;
  readonly width: number;
  readonly signs: readonly string[];
};

export type TableRow = { readonly cells: readonly Cell[]; readonly origin: Origin };

export type Cell = {
  readonly kind: 'header' | 'data';
  /** For header cells: which cells it heads. */
  readonly scope: 'column' | 'row' | undefined;
  readonly colspan: number;
  readonly content: readonly Block[];
  /** Whether a thin rule stands below it, over the columns that it heads. */
  readonly ruled?: true;
  readonly origin: Origin;
};

/** A box that must be read: machine translation, draft, stale text. */
export type Notice = Placed & {
  readonly kind: 'notice';
  readonly title: Paragraph;
  readonly content: readonly Paragraph[];
};

export type Figure = Placed & { readonly kind: 'figure'; readonly image: Image };

export type Image = {
  readonly media: 'image/svg+xml' | 'image/png';
  readonly bytes: Uint8Array;
  readonly height: number;
  /** What the picture says; empty for decoration. */
  readonly alt: string;
};

/** One line at the edge of every page; left starts at the text edge, right ends at the right margin. */
export type RunningLine = {
  readonly left: readonly Inline[];
  readonly right: readonly Inline[];
  readonly style: TextStyle;
};

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | {
      readonly kind: 'span';
      readonly content: readonly Inline[];
      /** Differences from the style around it. */
      readonly style: Partial<TextStyle>;
      /** Language of a passage, where it is not the document's. */
      readonly language: string | undefined;
      readonly role: SpanRole | undefined;
    }
  | {
      readonly kind: 'link';
      readonly href: string;
      readonly content: readonly Inline[];
      readonly style: Partial<TextStyle>;
    }
  | CodesInline
  /** The number of the page it stands on, in running lines; or, in a pack, of the page that a member begins on. */
  | { readonly kind: 'page-number'; readonly of?: string }
  | { readonly kind: 'page-count' };

/** What a passage is: `ins` was added since an earlier edition, and is underlined; `del` was removed, and struck through. */
export type SpanRole = 'strong' | 'em' | 'sup' | 'ins' | 'del';

/** The codes a party holds: in a table column with slots each sign has its place; elsewhere the signs stand alone. */
export type CodesInline = {
  readonly kind: 'codes';
  /** In the code set's order; empty prints an en dash. */
  readonly held: readonly string[];
  /** Signs printed on a filled square, and signs printed semibold. */
  readonly filled: readonly string[];
  readonly strong: readonly string[];
  readonly style: TextStyle;
  /** Held in an earlier edition and not now: muted, and the filled ones outlined. */
  readonly past?: true;
};
