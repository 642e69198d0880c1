/**
 * The one door to pdfmake. The engine builds on its parts rather than on its front, because the front hides what is
 * needed here: the measured words, the writer of pages, the document under them. What is declared below is all that
 * is relied on, in the pinned version; `hooks.test.ts` fails when one of them moves.
 */
import { createRequire } from 'node:module';
import type { PdfNode } from '../definition.ts';
import type { DocumentFont, EmbeddedFont } from './fonts.ts';
import type { LaidPage, Line } from './page.ts';

const require = createRequire(import.meta.url);

function part<T>(name: string): T {
  return (require(`pdfmake/js/${name}.js`) as { readonly default: T }).default;
}

/** A word that the breaker found; `lineEnd` where a line must end after it. */
type Broken = { readonly text: string; readonly lineEnd?: boolean };

declare class PdfmakeBreaker {
  /** Breaks a text into words where Unicode allows a line to end. */
  getBreaks(text: string): Broken[];
}

declare class PdfmakeMeasure {
  constructor(pdf: unknown, styles: object, defaultStyle: object, svgMeasure: unknown, layouts: object);
  /** Asked for the style of a node, and told which nodes stand in which. */
  styleStack: {
    auto<T>(node: object, callback: () => T): T;
    getProperty(name: string): unknown;
  };
  measureNode<T extends object>(node: T): T;
  measureBlock<T extends object>(node: T): T;
  measureTable(node: object): unknown;
  measureCanvas(node: object): unknown;
  measureSVG(node: object): unknown;
  measureImage(node: object): unknown;
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
  addMargin(left: number, right: number): void;
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
  /** Asked for the running header and footer of every page, as the layout itself asks for the document. */
  docPreprocessor: { preprocessBlock<T>(node: T): T };
  docMeasure: { measureBlock<T extends object>(node: T): T };
  pageSize: object;
  nestedLevel: number;
  writer: PdfmakeWriter;
  processNode(node: object): void;
  processTable(node: object): void;
  processColumns(node: object): void;
  processCanvas(node: object): void;
  processSVG(node: object): void;
  processImage(node: object): void;
  processRow(row: object): { readonly pageBreaks: unknown[] };
  addHeadersAndFooters(header: unknown, footer: unknown): void;
}

type Outline = { addItem(title: string, options: { top: number; left: number; expanded: boolean }): Outline };

/** An object of the file. Its data may change until it ends; ‘/Name’ is a string, a text is a String object. */
type PdfObject = {
  readonly id: number;
  readonly data: Record<string, unknown>;
  /** What was written into its stream, and whether that is deflated when the object is finalized. */
  buffer: readonly Uint8Array[];
  compress: boolean;
  end(bytes?: Uint8Array): void;
  finalize(): void;
};

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
  readonly _root: {
    readonly data: { readonly Names: PdfObject; readonly Pages: PdfObject } & Record<string, unknown>;
  };
  _fontCount: number;
  _fontFamilies: Record<string, EmbeddedFont>;
  _imageRegistry: Record<string, unknown>;
  font(source: Uint8Array): { readonly _font: EmbeddedFont };
  ref(data: object): PdfObject;
  addPage(options: { readonly size: readonly [number, number] }): void;
  /** Writes operators into the page. */
  addContent(operators: string): void;
  appendXML(xml: string): void;
  provideFont(name: string, bold: boolean, italics: boolean): DocumentFont;
  provideImage(name: string): unknown;
  readonly _info: PdfObject;
  readonly _id: Buffer;
  /** One for each object, in the order of their numbers. */
  readonly _offsets: unknown[];
  _addInfo(): void;
  readonly metadataRef: PdfObject;
  /** Writes the information as XMP, and says what the file claims to be and which colours it means. */
  endMetadata(): void;
  _addColorOutputIntent(): void;
  _write(line: string | Uint8Array): void;
  _finalize(): void;
  end(): void;
}

declare class PdfmakeRenderer {
  constructor(pdf: unknown);
  renderImage(node: PdfNode): void;
  renderSVG(node: PdfNode): void;
}

/** The PDF under the pages. */
export type Pdf = PdfmakeDocument;
export type { Outline, PdfObject };

export const TextBreaker = part<new () => PdfmakeBreaker>('TextBreaker');
export const DocMeasure = part<typeof PdfmakeMeasure>('DocMeasure');
export const DocumentContext = part<new () => PdfmakeContext>('DocumentContext');
export const LineOfWords = part<new (maxWidth: number) => Line>('Line');
export const PageElementWriter = part<typeof PdfmakeWriter>('PageElementWriter');
export const TableProcessor = part<typeof PdfmakeRows>('TableProcessor');
export const LayoutBuilder = part<typeof PdfmakeBuilder>('LayoutBuilder');
export const SVGMeasure = part<new () => object>('SVGMeasure');
export const PDFDocument = part<typeof PdfmakeDocument>('PDFDocument');
export const Renderer = part<typeof PdfmakeRenderer>('Renderer');
