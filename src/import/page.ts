/**
 * A document from elsewhere as blocks in reading order: what its format said and nothing that it means. Every reader of
 * `pages/` makes one; `matrix/` alone decides what in it is a matrix.
 */
export type Page = {
  /** What findings name: the path as the user gave it, `-` for standard input. */
  readonly file: string;
  readonly format: PageFormat;
  /** Front matter, the head of a web page, properties of a document, by name as written: `title`, `updated`. */
  readonly properties: ReadonlyMap<string, string>;
  readonly blocks: readonly Block[];
};

export type PageFormat = 'markdown' | 'html' | 'text' | 'docx' | 'csv' | 'xlsx';

export type Block = HeadingBlock | TextBlock | GridBlock;

/** A heading as marked up; level 1 to 6. A sheet of a workbook is a heading of level 1. */
export type HeadingBlock = Located & {
  readonly kind: 'heading';
  readonly level: number;
  readonly text: string;
};

/** A line of text and where it stands. */
export type TextLine = Located & { readonly text: string };

/** A paragraph, or one item of a list with its number, line by line. */
export type TextBlock = Located & {
  readonly kind: 'text';
  readonly role: 'paragraph' | 'item';
  readonly lines: readonly TextLine[];
  /** Whether all of it is set bold, as a heading that nobody marked up is. */
  readonly strong: boolean;
};

/** A table as its format gave it: rows may be ragged, nothing is filled up, nothing is left out. */
export type GridBlock = Located & {
  readonly kind: 'grid';
  readonly caption: string | undefined;
  readonly rows: readonly GridRow[];
  /** What is broken in its markup and was mended to read it, in words: `the separator row has 1 cell for 3 columns`. */
  readonly mended: readonly string[];
};

export type GridRow = Located & {
  /** Whether the markup says that it is a head: `th`, the row over a separator. */
  readonly isHead: boolean;
  readonly cells: readonly GridCell[];
};

export type GridCell = Located & {
  /** Markup gone, entities resolved, line breaks and list items as `\n`; runs of blanks kept as one. */
  readonly text: string;
  /** Columns that it spans; 1 for most. */
  readonly span: number;
  /** Whether a cell from a row above reaches down into this one; its text is repeated here. */
  readonly isContinued: boolean;
  /** Whether all of its text is set bold. */
  readonly strong: boolean;
  /** Footnote marks and references in it, without brackets: `1`, `*`; and `~~` where some of it is struck out. */
  readonly marks: readonly string[];
};

/** Where it stands: line of the file from 1; for a workbook its row, for DOCX the paragraph or table row counted from 1. */
export type Located = { readonly line: number };
