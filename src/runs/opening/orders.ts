import { localizeWords } from '../../catalogue/localize.ts';
import type { Catalogue } from '../../catalogue/model.ts';
import { loadPackTemplates, type PackTemplates } from '../../compose/pack/templates.ts';
import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { isBlocking } from '../../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import { type ChosenContracts, openContracts, type PackChoice } from '../../pack/choice.ts';
import { namesIn } from '../../pipeline.ts';
import { everything } from '../../plan/plan.ts';
import { checkRequest } from '../../plan/request.ts';
import type { Opened } from './open.ts';
import { type Desk, openDesk } from './press.ts';

/** What a run of packs begins with, wherever they are made: who is to get what, and what it is printed by. */
export type Orders = {
  readonly catalogue: Catalogue;
  readonly desk: Desk;
  readonly source: ChosenContracts;
  readonly templates: PackTemplates;
};

export type OrderedFrom = PackChoice & { readonly workspace: string; readonly brand?: string | undefined };

/**
 * Opens the contracts of a run. There is no value where the workspace, their table or the templates cannot be used. Throws
 * WorkspaceFault where the table cannot be read, UnknownName where something is asked for that is not there.
 */
export function openOrders(opened: Opened, options: OrderedFrom): Checked<Orders, LocatedDiagnostic> {
  const { workspace, brand } = options;
  const { catalogue } = opened;
  if (catalogue === undefined) return failed(...opened.locate(opened.diagnostics));
  if (brand !== undefined) checkRequest({ ...everything, brands: [brand] }, namesIn(opened, catalogue));
  const desk = openDesk(opened, catalogue, brand);
  const source = openContracts(workspace, catalogue.language, options, desk.offer);
  if (source.diagnostics.some(isBlocking)) return failed(...source.diagnostics);
  const words = localizeWords(catalogue, catalogue.language);
  const templates = loadPackTemplates(opened.overlaid, words, source.columns);
  const said = [...source.diagnostics, ...opened.locate(templates.diagnostics)];
  if (templates.value === undefined) return failed(...said);
  return checked({ catalogue, desk, source, templates: templates.value }, said);
}
