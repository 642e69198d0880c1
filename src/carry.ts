import { assembleEdition } from './catalogue/editions/assemble.ts';
import type { Catalogue, Product } from './catalogue/model.ts';
import type { AnnexDocument } from './document/tree.ts';
import { carriedTexts } from './edition/carried.ts';
import type { Edition } from './edition/edition.ts';
import { programVersion } from './version.ts';
import type { WorkbookDocument } from './workbook/tree.ts';

/** All documents of a product carry one edition, in whichever language and format they are. */
const editions = new WeakMap<Product, Edition>();

/** The edition of a product, as this version of the program writes it. */
export function editionOf(catalogue: Catalogue, product: Product): Edition {
  const known = editions.get(product) ?? assembleEdition(catalogue, product, programVersion());
  editions.set(product, known);
  return known;
}

/** An annex that carries its edition. */
export function carryInAnnex(annex: AnnexDocument, edition: Edition): AnnexDocument {
  const attachments = carriedTexts(edition, annex.language).map(({ text, ...about }) => ({
    ...about,
    bytes: new TextEncoder().encode(text),
  }));
  return { ...annex, attachments };
}

/** A workbook that carries its edition. */
export function carryInWorkbook(workbook: WorkbookDocument, edition: Edition): WorkbookDocument {
  const carries = carriedTexts(edition, workbook.language).map(({ name, text }) => ({ name, text }));
  return { ...workbook, carries };
}
