/**
 * The one door to pdfmake. The engine builds on its parts rather than on its front, because the front hides what is
 * needed here: the measured words, the writer of pages, the document under them. What is declared below is all that
 * is relied on, in the pinned version; `hooks.test.ts` fails when one of them moves.
 */
import { createRequire } from 'node:module';
import type { PdfNode } from '../definition.ts';
import type { EmbeddedFont } from './fonts.ts';
import type { LaidPage, Line, Word } from './page.ts';

const require = createRequire(import.meta.url);

function part<T>(name: string): T {
  return (require(`pdfmake/js/${name}.js`) as { readonly default: T }).default;
}

declare class PdfmakeInlines {
  constructor(pdf: unknown);
  /** Gives each word its font, width, height and the white to cut at the ends of a line. */
  measure(words: Word[], styles: unknown): Word[];
}

declare class PdfmakePreprocessor {
  preprocessDocument<T>(node: T): T;
}

declare class PdfmakeMeasure {
  constructor(pdf: unknown, styles: object, defaultStyle: object, svgMeasure: unknown, layouts: object);
  textInlines: unknown;
  measureDocument<T>(node: T): T;
}

declare class PdfmakeContext {
  page: number;
  readonly y: number;
  readonly availableWidth: number;
  readonly availableHeight: number;
  readonly pages: LaidPage[];
  readonly pageMargins: { readonly top: number };
  getCurrentPage(): LaidPage;
  moveDown(offset: number): boolean;
}

declare class PdfmakeWriter {
  constructor(context: PdfmakeContext);
  context(): PdfmakeContext;
  addPage(size: object, orientation: null, margin: object): void;
  moveToNextPage(): void;
  addLine(line: Line, keepPosition?: boolean, index?: number): unknown;
  addFragment(block: object, blockX?: boolean, blockY?: boolean, keepPosition?: boolean): unknown;
}

declare class PdfmakeRows {
  constructor(node: object);
  readonly rowsWithoutPageBreak: number;
  beginTable(writer: PdfmakeWriter): void;
  beginRow(row: number, writer: PdfmakeWriter): void;
  endRow(row: number, writer: PdfmakeWriter, pageBreaks: unknown[]): void;
  endTable(writer: PdfmakeWriter): void;
}

declare class PdfmakeBuilder {
  constructor(pageSize: object, pageMargins: object, svgMeasure: unknown);
  docPreprocessor: PdfmakePreprocessor;
  docMeasure: PdfmakeMeasure;
  svgMeasure: unknown;
  pageSize: object;
  linearNodeList: unknown[];
  nestedLevel: number;
  writer: PdfmakeWriter;
  processNode(node: object): void;
  processTable(node: object): void;
  processRow(row: object): { readonly pageBreaks: unknown[] };
  buildNextLine(node: object): Line | null;
  addHeadersAndFooters(header: unknown, footer: unknown): void;
}

type Outline = { addItem(title: string, options: { top: number; left: number; expanded: boolean }): Outline };

/** An object of the file. Its data may change until it ends; ‘/Name’ is a string, a text is a String object. */
type PdfObject = { readonly data: Record<string, unknown>; end(bytes?: Uint8Array): void };

type PdfPage = {
  readonly width: number;
  readonly height: number;
  readonly dictionary: PdfObject;
  /** The objects of the fonts that the page uses, by id. */
  readonly fonts: Record<string, unknown>;
  annotations: unknown[];
};

declare class PdfmakeDocument {
  constructor(
    fonts: object,
    images: object,
    patterns: object,
    attachments: object,
    options: object,
    virtualFiles: null,
    mayReadLocalFile: (path: string) => boolean,
  );
  info: Record<string, unknown>;
  readonly outline: Outline;
  readonly page: PdfPage;
  readonly _root: { readonly data: { readonly Names: PdfObject } & Record<string, unknown> };
  _fontCount: number;
  _fontFamilies: Record<string, EmbeddedFont>;
  _imageRegistry: Record<string, unknown>;
  font(source: Uint8Array): { readonly _font: EmbeddedFont };
  ref(data: object): PdfObject;
  addPage(options: { readonly size: readonly [number, number] }): void;
  /** Writes operators into the page. */
  addContent(operators: string): void;
  appendXML(xml: string): void;
  provideFont(name: string, bold: boolean, italics: boolean): EmbeddedFont;
  provideImage(name: string): unknown;
  _addInfo(): void;
  end(): void;
  [Symbol.asyncIterator](): AsyncIterableIterator<Uint8Array>;
}

declare class PdfmakeRenderer {
  constructor(pdf: unknown);
  renderImage(node: PdfNode): void;
  renderSVG(node: PdfNode): void;
}

/** The PDF under the pages. */
export type Pdf = PdfmakeDocument;
export type { Outline, PdfObject };

export const TextInlines = part<typeof PdfmakeInlines>('TextInlines');
export const DocPreprocessor = part<typeof PdfmakePreprocessor>('DocPreprocessor');
export const DocMeasure = part<typeof PdfmakeMeasure>('DocMeasure');
export const DocumentContext = part<new () => PdfmakeContext>('DocumentContext');
export const LineOfWords = part<new (maxWidth: number) => Line>('Line');
export const PageElementWriter = part<typeof PdfmakeWriter>('PageElementWriter');
export const TableProcessor = part<typeof PdfmakeRows>('TableProcessor');
export const LayoutBuilder = part<typeof PdfmakeBuilder>('LayoutBuilder');
export const SVGMeasure = part<new () => object>('SVGMeasure');
export const PDFDocument = part<typeof PdfmakeDocument>('PDFDocument');
export const Renderer = part<typeof PdfmakeRenderer>('Renderer');
