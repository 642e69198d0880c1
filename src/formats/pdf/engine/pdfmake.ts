/**
 * The one door to pdfmake. The engine builds on its parts rather than on its front, because the front hides what is
 * needed here: the breaker of words, the painters of pictures, the document under them. What is declared below is all that
 * is relied on, in the pinned version; `hooks.test.ts` fails when one of them moves.
 */
import { createRequire } from 'node:module';
import type { PdfNode } from '../definition.ts';
import type { DocumentFont } from './fonts.ts';
import type { FontkitFont } from './shaping.ts';

// By their names: whoever bundles this sees which parts these are.
const require = createRequire(import.meta.url);

function part<T>(module: { readonly default: T }): T {
  return module.default;
}

/** A word that the breaker found; `lineEnd` where a line must end after it. */
type Broken = { readonly text: string; readonly lineEnd?: boolean };

declare class PdfmakeBreaker {
  /** Breaks a text into words where Unicode allows a line to end. */
  getBreaks(text: string): Broken[];
}

declare class PdfmakeSvgMeasure {
  /** The picture with so many points as its size. */
  writeDimensions(svg: string, size: { readonly width: number; readonly height: number }): string;
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
  _imageRegistry: Record<string, unknown>;
  font(source: Uint8Array): { readonly _font: { readonly font: FontkitFont } };
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

export const TextBreaker = part<new () => PdfmakeBreaker>(require('pdfmake/js/TextBreaker.js'));
export const SVGMeasure = part<new () => PdfmakeSvgMeasure>(require('pdfmake/js/SVGMeasure.js'));
export const PDFDocument = part<typeof PdfmakeDocument>(require('pdfmake/js/PDFDocument.js'));
export const Renderer = part<typeof PdfmakeRenderer>(require('pdfmake/js/Renderer.js'));
