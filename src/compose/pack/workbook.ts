import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { hiddenNames, namesIn, type PackWorkbookBody, type PackWorkbookMember } from '../../workbook/pack.ts';
import type { WorkbookDocument } from '../../workbook/tree.ts';
import { renderTemplate } from '../template/render.ts';
import { type Behind, buildFirstSheet, buildMatrixSheet } from '../workbook/among.ts';
import type { WorkbookTemplates } from '../workbook/compose.ts';
import { viewWorkbook } from '../workbook/view.ts';
import type { PackPress } from './compose.ts';
import type { Member, PackContract, PackSet } from './set.ts';
import { viewContract } from './view.ts';

/** Composes what a member has in the workbook of its pack, but for what it carries: its matrix. */
export function composePackMatrix(
  { sheet: name, product }: Member,
  { brand }: PackSet,
  templates: WorkbookTemplates,
): Checked<Omit<PackWorkbookMember, 'carries'>> {
  const rendered = renderTemplate(templates, viewWorkbook(product, brand), product.words);
  if (!rendered.value) return failed(...rendered.diagnostics);
  const built = buildMatrixSheet(rendered.value, brand, { name, prefix: `Annex${product.annex}_` });
  if (!built.value) return failed(...built.diagnostics);
  const { sheets, names } = built.value;
  return checked({ sheet: sheets[0]!, names }, built.diagnostics);
}

/** Composes the first sheet of a pack's workbook, with the properties of the whole, for one contract. */
export function composePackOverview(
  { set, view, templates }: PackPress,
  contract: PackContract,
  behind: Behind,
): Checked<WorkbookDocument> {
  const said = { ...view, contract: viewContract(contract, templates.columns) };
  const rendered = renderTemplate(templates.overview, said, set.words);
  if (!rendered.value) return failed(...rendered.diagnostics);
  return buildFirstSheet(rendered.value, set.brand, behind);
}

/** What stands behind the overview in all workbooks of a set. */
export function behindOverview(body: PackWorkbookBody): Behind {
  const { lists, carried } = hiddenNames(body);
  return {
    others: body.members.map(({ sheet }) => sheet.name),
    hidden: [lists, ...carried],
    taken: new Set(namesIn(body).map((name) => name.toLowerCase())),
  };
}
