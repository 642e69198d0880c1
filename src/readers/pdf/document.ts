import type { Carried, PublishedPdf } from '../published.ts';
import { assertBounded } from './bounded.ts';
import { gatherMarks, type PageItem } from './marks.ts';
import { joinPages } from './pages.ts';
import { type OpenPdf, openPdf } from './pdfjs.ts';
import { type PagePart, readParts } from './structure.ts';

/** Reads a tagged PDF. Throws where it is none. */
export async function readPdf(bytes: Uint8Array): Promise<PublishedPdf> {
  assertBounded(bytes);
  const pdf = await openPdf(bytes);
  try {
    const pages: PagePart[][] = [];
    for (let page = 1; page <= pdf.numPages; page++) pages.push(await readPage(pdf, page));
    return {
      kind: 'pdf',
      language: await languageOf(pdf),
      pages: pdf.numPages,
      passages: joinPages(pages),
      carried: await carriedBy(pdf),
    };
  } finally {
    await pdf.destroy();
  }
}

async function readPage(pdf: OpenPdf, number: number): Promise<PagePart[]> {
  const page = await pdf.getPage(number);
  const tree = await page.getStructTree();
  if (tree === null) return [];
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  return readParts(tree, gatherMarks(items as PageItem[]), number);
}

async function languageOf(pdf: OpenPdf): Promise<string | undefined> {
  const { info } = await pdf.getMetadata();
  return (info as { readonly Language?: string | null }).Language ?? undefined;
}

async function carriedBy(pdf: OpenPdf): Promise<Carried> {
  const files: Record<string, { readonly filename: string; readonly content: Uint8Array }> =
    (await pdf.getAttachments()) ?? {};
  return new Map(Object.values(files).map(({ filename, content }) => [filename, content]));
}
