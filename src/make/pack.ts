import type { Brand } from '../catalogue/model.ts';
import { composeAnnex } from '../compose/annex/compose.ts';
import { composePackContents, composePackCover, type PackPress } from '../compose/pack/compose.ts';
import { arrangeSet, type Member, type PackContract } from '../compose/pack/set.ts';
import type { PackTemplates } from '../compose/pack/templates.ts';
import { viewSet } from '../compose/pack/view.ts';
import { behindOverview, composePackMatrix, composePackOverview } from '../compose/pack/workbook.ts';
import { type Checked, checked, failed } from '../diagnostics/checked.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PackBody, PackMember } from '../document/pack.ts';
import type { AnnexDocument } from '../document/tree.ts';
import type { Edition } from '../edition/edition.ts';
import type { PackWorkbookBody, PackWorkbookMember } from '../workbook/pack.ts';
import type { WorkbookDocument } from '../workbook/tree.ts';
import { carryContract, carryInMatrix, carryInMember } from './carry-pack.ts';
import type { Order } from './order.ts';
import { bodyGlyphs, type Workshop } from './workshop.ts';

/** What a set of a pack's members is made from, beside templates. */
export type SetOrder = {
  readonly language: string;
  readonly brand: Brand;
  /** The words of the language, by id. */
  readonly words: ReadonlyMap<string, string>;
  /** One for each member, in its order; its format does not matter. */
  readonly orders: readonly Order[];
};

/** A set, composed: trees that all its contracts share, and what composes those that each has for itself. */
export type ComposedSet = {
  readonly body: PackBody;
  readonly workbook: PackWorkbookBody;
  /** Both hang on the set and the contract alone. What they find has no scope: it is said of the contract. */
  readonly cover: (contract: PackContract) => Checked<AnnexDocument>;
  readonly overview: (contract: PackContract) => Checked<WorkbookDocument>;
};

/** Composes the members of a set and the page that lists them. There is no value where one of them cannot be. */
export function composeSet(
  workshop: Workshop,
  templates: PackTemplates,
  { orders, ...dress }: SetOrder,
): Checked<ComposedSet> {
  const set = arrangeSet(
    orders.map(({ product }) => product),
    dress,
  );
  const hasNarrow = bodyGlyphs(dress.brand)(0x202f);
  const press: PackPress = { set, view: viewSet(set), templates, hasNarrow };
  const parts = set.members.map((member, index) => ({ member, edition: orders[index]!.edition }));
  const contents = composePackContents(press);
  const members = gather(parts.map((part) => composeMember(workshop, press, part)));
  const matrices = gather(parts.map((part) => composeMatrix(workshop, press, part)));
  const found = [...contents.diagnostics, ...members.diagnostics, ...matrices.diagnostics];
  if (!contents.value || !members.value || !matrices.value) return failed(...found);
  const body: PackBody = { contents: contents.value, members: members.value };
  const workbook: PackWorkbookBody = { font: dress.brand.workbook.font, members: matrices.value };
  const behind = behindOverview(workbook);
  const composed: ComposedSet = {
    body,
    workbook,
    cover: (contract) => composeCover(press, contract),
    overview: (contract) => composePackOverview(press, contract, behind),
  };
  return checked(composed, found);
}

/** A member with the edition that it carries. */
type Part = { readonly member: Member; readonly edition: Edition };

function composeCover(press: PackPress, contract: PackContract): Checked<AnnexDocument> {
  const { value, diagnostics } = composePackCover(press, contract);
  if (value === undefined) return failed(...diagnostics);
  return checked(carryContract(value, contract, press), diagnostics);
}

function composeMember(
  { annexTemplates }: Workshop,
  { set, view }: PackPress,
  { member: { anchor, product }, edition }: Part,
): Checked<PackMember> {
  if (annexTemplates === undefined) return failed();
  const inPack = { hasLegend: view.codes.length === 0 };
  const { value, diagnostics } = composeAnnex(
    product,
    set.brand,
    annexTemplates,
    bodyGlyphs(set.brand),
    inPack,
  );
  if (value === undefined) return failed(...scoped(diagnostics, product));
  const document = carryInMember(value, edition, anchor);
  return checked({ anchor, title: product.name, document }, scoped(diagnostics, product));
}

function composeMatrix(
  { workbookTemplates }: Workshop,
  { set }: PackPress,
  { member, edition }: Part,
): Checked<PackWorkbookMember> {
  if (workbookTemplates === undefined) return failed();
  const { value, diagnostics } = composePackMatrix(member, set, workbookTemplates);
  if (value === undefined) return failed(...scoped(diagnostics, member.product));
  return checked(carryInMatrix(value, edition, set.language), scoped(diagnostics, member.product));
}

function scoped(
  diagnostics: readonly Diagnostic[],
  { id, language }: { readonly id: string; readonly language: string },
): Diagnostic[] {
  return diagnostics.map((diagnostic) => ({ ...diagnostic, scope: { product: id, language } }));
}

/** All of them, or all that was found where one is missing. */
function gather<T>(results: readonly Checked<T>[]): Checked<readonly T[]> {
  const values = results.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const found = results.flatMap(({ diagnostics }) => diagnostics);
  return values.length === results.length ? checked(values, found) : failed(...found);
}
