import type { AnnexDocument } from '../../document/tree.ts';
import { AnnexBuilder } from './engine/builder.ts';
import { AnnexPdf } from './engine/document.ts';
import { layOut } from './layout/layout.ts';
import { tagDocument } from './structure/structure.ts';
import { attachFiles } from './writer/attachments.ts';
import { writeFile } from './writer/file.ts';
import { paintPages } from './writer/pages.ts';
import { paintedLines } from './writer/painted.ts';
import { writeStructure } from './writer/structure.ts';

export type Typeset = { readonly bytes: Uint8Array; readonly painted: readonly string[] };

/** Turns an annex into a PDF, and tells what was painted. */
export function typeset(document: AnnexDocument): Typeset {
  const structure = tagDocument(document);
  const definition = layOut(document);
  const pdf = new AnnexPdf(definition);
  const builder = new AnnexBuilder(definition.page);
  const pages = builder.place(definition, pdf);
  builder.addRunningLines(definition, { before: 0, count: pages.length });
  const owners = paintPages(pdf, pages, structure);
  writeStructure(pdf, structure.root, owners);
  attachFiles(pdf, document.attachments ?? [], definition.information.date);
  const painted = paintedLines(pages);
  return { bytes: writeFile(pdf.finish()), painted };
}
