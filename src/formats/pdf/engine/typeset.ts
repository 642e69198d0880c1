import type { Definition } from '../definition.ts';
import { AnnexBuilder } from './builder.ts';
import { AnnexPdf } from './document.ts';
import { AnnexPainter, paintedLines } from './painter.ts';

export type Typeset = { readonly bytes: Uint8Array; readonly painted: readonly string[] };

/**
 * Turns a definition into a PDF, and tells what was painted. A definition is used up by this.
 *
 * Everything up to `end` happens in one go: documents share parsed fonts, and must not take turns in them.
 */
export async function typeset(definition: Definition): Promise<Typeset> {
  const pdf = new AnnexPdf(definition);
  const pages = new AnnexBuilder(definition.page).build(definition, pdf);
  new AnnexPainter(pdf).renderPages(pages);
  const painted = paintedLines(pages);
  pdf.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of pdf) chunks.push(chunk);
  return { bytes: Buffer.concat(chunks), painted };
}
