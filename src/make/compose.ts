import { composeAnnex } from '../compose/annex/compose.ts';
import { composeWorkbook } from '../compose/workbook/compose.ts';
import { type Checked, checked, failed } from '../diagnostics/checked.ts';
import type { AnnexDocument } from '../document/tree.ts';
import type { AnnexFormat, WorkbookFormat } from '../formats/format.ts';
import { formats } from '../formats/registry.ts';
import type { WorkbookDocument } from '../workbook/tree.ts';
import { carryInAnnex, carryInWorkbook } from './carry.ts';
import type { Order } from './order.ts';
import { bodyGlyphs, type Workshop } from './workshop.ts';

/** A tree that carries its edition, with what turns it into bytes: all that is left of the sources. */
export type Composed =
  | { readonly kind: 'annex'; readonly tree: AnnexDocument; readonly load: () => Promise<AnnexFormat> }
  | {
      readonly kind: 'workbook';
      readonly tree: WorkbookDocument;
      readonly load: () => Promise<WorkbookFormat>;
    };

/** Composes the tree of an artifact. There is no value where templates or brand cannot be used: that was said before. */
export function composeOrder(workshop: Workshop, { artifact, product, edition }: Order): Checked<Composed> {
  const brand = workshop.brands.get(artifact.brand);
  const format = formats.find(({ id }) => id === artifact.format)!;
  const { annexTemplates, workbookTemplates } = workshop;
  if (brand === undefined) return failed();
  if (format.kind === 'annex') {
    if (annexTemplates === undefined) return failed();
    const { value, diagnostics } = composeAnnex(product, brand, annexTemplates, bodyGlyphs(brand));
    if (value === undefined) return failed(...diagnostics);
    return checked({ kind: 'annex', tree: carryInAnnex(value, edition), load: format.load }, diagnostics);
  }
  if (workbookTemplates === undefined) return failed();
  const { value, diagnostics } = composeWorkbook(product, brand, workbookTemplates);
  if (value === undefined) return failed(...diagnostics);
  return checked({ kind: 'workbook', tree: carryInWorkbook(value, edition), load: format.load }, diagnostics);
}
