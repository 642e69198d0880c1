import type { Carried } from './published.ts';

/** A workbook that somebody worked in: of each cell, also how it was written. */
export type WrittenWorkbook = {
  readonly language: string | undefined;
  /** As its properties list them. */
  readonly keywords: readonly string[];
  /** Those that a reader can see, in their order. */
  readonly sheets: readonly WrittenSheet[];
  /** Where a named range begins, by its name; names whose cells were deleted are left out. */
  readonly names: ReadonlyMap<string, NamedCell>;
  readonly carried: Carried;
  /** The looks that set a text bold, by their numbers. */
  readonly boldLooks: ReadonlySet<number>;
};

export type NamedCell = { readonly sheet: string; readonly row: number; readonly column: number };

export type WrittenSheet = {
  readonly name: string;
  readonly rows: readonly WrittenRow[];
  /** Ranges whose cells are shown as one; all but the first of them are empty. */
  readonly merges: readonly MergedCells[];
  readonly comments: readonly { readonly address: string; readonly text: string }[];
};

/** Rows and columns count from 1. */
export type WrittenRow = { readonly number: number; readonly cells: readonly WrittenCell[] };

export type WrittenCell = {
  readonly column: number;
  /** What the cell shows, before any number format; empty where it shows nothing. */
  readonly text: string;
  readonly kind: 'text' | 'number' | 'logical' | 'error';
  readonly isFormula: boolean;
  /** Number of its look among those of the workbook. */
  readonly look: number;
};

export type MergedCells = {
  readonly address: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};
