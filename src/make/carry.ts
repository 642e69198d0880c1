import type { AnnexDocument } from '../document/tree.ts';
import { carriedTexts } from '../edition/carried.ts';
import type { Edition } from '../edition/edition.ts';
import type { WorkbookDocument } from '../workbook/tree.ts';

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
