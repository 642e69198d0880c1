/**
 * Where a finding points to.
 *
 * A cell of a CSV file is named by record and field, counted from 0 (record 0 is the header). Line and column are
 * found by rescanning the raw text only when a finding is printed (see tables/locate.ts), because asking the parser
 * for positions costs five times the parse.
 */
export type Place = FilePlace | TextPlace | CellPlace;

/** A whole file or folder, relative to the workspace, with forward slashes. */
export type FilePlace = { readonly file: string };

/** A stretch of text. Line and column count from 1; columns count UTF-16 code units. */
export type TextPlace = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length?: number;
};

/** A cell of a CSV file; `offset` counts code units into the value of the cell. */
export type CellPlace = {
  readonly file: string;
  readonly cell: { readonly record: number; readonly field: number; readonly offset?: number };
};
