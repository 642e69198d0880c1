import type { EditionInLanguage } from '../edition/in-language.ts';
import type { Published } from '../readers/published.ts';
import { proveAnnex } from './annex.ts';
import type { Difference } from './difference.ts';
import { proveWorkbook } from './workbook.ts';

/** Holds what a reader of a published document sees or hears against its edition. */
export function provePublished(edition: EditionInLanguage, published: Published): Difference[] {
  return published.kind === 'pdf' ? proveAnnex(edition, published) : proveWorkbook(edition, published);
}
