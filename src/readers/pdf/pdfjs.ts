import type { PDFDocumentProxy } from 'unpdf/pdfjs';

/**
 * The only door to pdf.js: loaded when first needed, for it takes as long to load as to read a document. unpdf is
 * pdf.js (Apache-2.0) built for servers, without the native canvas that pdfjs-dist asks for; nothing is drawn here.
 */
export type OpenPdf = PDFDocumentProxy;

/** Opens a PDF. Nothing in it is run or fetched, and a file that is only half there is refused, not mended. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const { getDocument, VerbosityLevel } = await import('unpdf/pdfjs');
  return getDocument({
    // A copy: pdf.js takes the bytes away from whoever hands them over.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: true,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
}
