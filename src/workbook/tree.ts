import type { CarriedText } from './carried.ts';

/**
 * The workbook as a tree: what the workbook template wrote, with styles attached. A closed union that knows nothing
 * of exceljs. Column widths in characters of the default font, row heights and font sizes in points, colours as
 * #RRGGBB.
 */
export type WorkbookDocument = {
  readonly language: string;
  /** Font of the cells that have no style of their own; widths of columns count its digits at DEFAULT_SIZE. */
  readonly font: string;
  readonly properties: {
    readonly title: string;
    readonly subject: string;
    readonly author: string;
    readonly keywords: readonly string[];
    /** ISO date: the only date in the file. */
    readonly date: string;
  };
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
  /** Texts that the workbook carries unseen: the matrix as CSV, the edition as JSON. */
  readonly carries?: readonly CarriedText[];
};

/** In Arial, Helvetica and Liberation Sans a digit of 10 points is 7 pixels wide on every system. */
export const DEFAULT_SIZE = 10;

export type Sheet = {
  /** As sheetNames() makes it: at most 31 characters, none of `[]:*?/\'`, unique. */
  readonly name: string;
  readonly tabColour: string | undefined;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Range[];
  /** The data of the sheet as a real Excel table, where it has one. */
  readonly table: SheetTable | undefined;
  readonly validations: readonly Validation[];
  readonly conditions: readonly Condition[];
  readonly freeze: { readonly rows: number; readonly columns: number };
  /** Per cent. */
  readonly zoom: number;
  readonly print: PrintSetup;
  readonly origin: string;
};

export type SheetColumn = { readonly width: number; readonly hidden: boolean };

export type SheetRow = { readonly height: number | undefined; readonly cells: readonly SheetCell[] };

/** A cell at a column, counted from 1. Cells that look alike share one style object. */
export type SheetCell = {
  readonly column: number;
  readonly value: CellValue;
  readonly style: CellStyle;
  readonly origin: string;
};

/** Typed, so that text which looks like a formula stays text. A formula carries its true result. */
export type CellValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'formula'; readonly formula: string; readonly result: string | number }
  | { readonly kind: 'link'; readonly text: string; readonly target: LinkTarget };

export type LinkTarget = { readonly url: string } | { readonly sheet: string };

export type CellStyle = {
  readonly font: {
    readonly name: string;
    readonly size: number;
    readonly bold: boolean;
    readonly underline: boolean;
    readonly colour: string;
  };
  readonly fill: string | undefined;
  readonly align: {
    readonly horizontal: 'left' | 'center' | 'right';
    readonly vertical: 'top' | 'middle';
    readonly wrap: boolean;
    readonly indent: number;
  };
  readonly border: Partial<Readonly<Record<Edge, BorderLine>>>;
  /** A number format, such as `0;-0;"–"`. */
  readonly format: string | undefined;
};

export type Edge = 'top' | 'right' | 'bottom' | 'left';

export type BorderLine = {
  readonly line: 'hair' | 'thin' | 'medium' | 'thick' | 'double';
  readonly colour: string;
};

/** 1-based, inclusive. */
export type Range = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** The range includes the header row; `columns` are its texts, as headerNames() makes them. */
export type SheetTable = {
  readonly name: string;
  readonly range: Range;
  readonly columns: readonly string[];
};

/** A list of values to choose from over one range; others are questioned, not refused. */
export type Validation = {
  readonly range: Range;
  readonly allowed: readonly string[];
  readonly title: string;
  readonly message: string;
};

/**
 * A look for the cells of a range for which a formula (written for the range's first cell) holds. Where several
 * hold, the first in the sheet's list decides each of font weight, colour and fill.
 */
export type Condition = {
  readonly range: Range;
  readonly formula: string;
  readonly bold: boolean;
  readonly fill: string | undefined;
  readonly colour: string | undefined;
};

export type DefinedName = { readonly name: string; readonly sheet: string; readonly range: Range };

export type PrintSetup = {
  readonly paper: 'A4' | 'Letter';
  readonly orientation: 'portrait' | 'landscape';
  /** Rows repeated on each page, such as [1, 1]. */
  readonly titleRows: readonly [number, number] | undefined;
  readonly footer: {
    readonly left: FooterText;
    readonly right: FooterText;
    readonly font: string;
    readonly colour: string;
  };
};

/** Text with page numbers between, so that no text can be taken for a page number. */
export type FooterText = readonly (string | { readonly page: 'number' | 'count' })[];
