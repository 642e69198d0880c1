/**
 * The workbook as a tree: what the workbook template wrote, with styles attached. A closed union that knows nothing
 * of exceljs. Column widths in characters of the default font, row heights and font sizes in points.
 */
export type WorkbookDocument = {
  readonly language: string;
  readonly properties: {
    readonly title: string;
    readonly subject: string;
    readonly author: string;
    readonly keywords: readonly string[];
    /** ISO date. */
    readonly date: string;
  };
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
};

export type Sheet = {
  readonly name: string;
  readonly tabColour: string | undefined;
  readonly columns: readonly { readonly width: number }[];
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Range[];
  /** The data of the sheet as a real Excel table, where it has one. */
  readonly table: SheetTable | undefined;
  readonly validations: readonly Validation[];
  readonly conditions: readonly Condition[];
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly zoom: number;
  readonly print: PrintSetup;
  readonly origin: string;
};

export type SheetRow = { readonly height: number | undefined; readonly cells: readonly SheetCell[] };

/** A cell at a column, counted from 1. */
export type SheetCell = { readonly column: number; readonly value: CellValue; readonly style: CellStyle; readonly origin: string };

/** Typed, so that text which looks like a formula stays text. A formula carries its true result. */
export type CellValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'formula'; readonly formula: string; readonly result: string | number }
  | { readonly kind: 'link'; readonly text: string; readonly target: string };

export type CellStyle = {
  readonly font: { readonly name: string; readonly size: number; readonly bold: boolean; readonly underline: boolean; readonly colour: string };
  readonly fill: string | undefined;
  readonly align: { readonly horizontal: 'left' | 'center' | 'right'; readonly vertical: 'top' | 'middle'; readonly wrap: boolean; readonly indent: number };
  readonly border: Partial<Readonly<Record<'top' | 'right' | 'bottom' | 'left', { readonly line: 'hair' | 'thin' | 'medium' | 'thick' | 'double'; readonly colour: string }>>>;
  readonly format: string | undefined;
};

/** 1-based, inclusive. */
export type Range = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

export type SheetTable = { readonly name: string; readonly range: Range; readonly columns: readonly string[] };

/** A list of permitted values over one range. */
export type Validation = { readonly range: Range; readonly allowed: readonly string[]; readonly title: string; readonly message: string };

/** A style for cells in a range for which a formula (relative to the range's first cell) holds. */
export type Condition = { readonly range: Range; readonly formula: string; readonly bold: boolean; readonly fill: string | undefined; readonly colour: string | undefined };

export type DefinedName = { readonly name: string; readonly sheet: string; readonly range: Range };

export type PrintSetup = {
  readonly paper: 'A4' | 'Letter';
  readonly orientation: 'portrait' | 'landscape';
  /** Rows repeated on each page, such as [1, 1]. */
  readonly titleRows: readonly [number, number] | undefined;
  readonly footerLeft: string;
  readonly footerRight: string;
};
