/** A published document, read by programs that did not write it. */
export type Published = PublishedPdf | PublishedWorkbook;

/** Files that a document carries, by name. */
export type Carried = ReadonlyMap<string, Uint8Array>;

/** An annex as those hear it who cannot see it: what its structure tree says, in reading order. */
export type PublishedPdf = {
  readonly kind: 'pdf';
  /** BCP 47, where the document names its language. */
  readonly language: string | undefined;
  readonly pages: number;
  readonly passages: readonly Passage[];
  readonly carried: Carried;
};

export type Passage = TextPassage | RowPassage;

/** A heading, a paragraph, an item of a list. Pages count from 1. */
export type TextPassage = { readonly kind: 'text'; readonly page: number; readonly lines: readonly string[] };

/** A row of a table; one that goes on over a page is one row, on its first page. */
export type RowPassage = {
  readonly kind: 'row';
  readonly page: number;
  /** Whether it belongs to the head of its table. */
  readonly isHead: boolean;
  /** The lines of each cell. */
  readonly cells: readonly (readonly string[])[];
};

export type PublishedWorkbook = {
  readonly kind: 'xlsx';
  readonly language: string | undefined;
  /** Those that a reader can see, in their order. */
  readonly sheets: readonly PublishedSheet[];
  readonly carried: Carried;
};

/** `addresses`: where the links of its cells lead outside; a cell shows their text alone. */
export type PublishedSheet = {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  readonly addresses: readonly string[];
};

/** Row numbers and columns count from 1; empty cells and rows are left out. */
export type SheetRow = { readonly number: number; readonly cells: readonly SheetCell[] };
export type SheetCell = { readonly column: number; readonly text: string };
