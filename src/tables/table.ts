/** A CSV file as rows whose cells know where they stand. */
export type Table = {
  readonly file: string;
  /** The header cells in order, trimmed, lower-cased. */
  readonly header: readonly Cell[];
  readonly rows: readonly Row[];
  readonly dialect: Dialect;
  /** The decoded text, kept for locating cells when a finding is printed. */
  readonly text: string;
};

/** One record below the header. Completely empty records are left out. */
export type Row = {
  /** Record index in the file; the header is 0. */
  readonly record: number;
  /** The cell under a header, or undefined where the file has no such column. */
  cell(column: string): Cell | undefined;
};

export type Cell = {
  /** The text: quoting undone, outer white space of space, tab, CR and LF trimmed, inner kept byte for byte. */
  readonly text: string;
  readonly record: number;
  readonly field: number;
};

/** How the file was written. */
export type Dialect = {
  readonly delimiter: ',' | ';' | '\t';
  readonly encoding:
    | 'utf-8'
    | 'utf-16le'
    | 'utf-16be'
    | 'windows-1250'
    | 'windows-1251'
    | 'windows-1252'
    | 'windows-1253';
  readonly bom: boolean;
  readonly newline: '\n' | '\r\n' | '\r';
};
