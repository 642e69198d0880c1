import type { LocalizedCode } from '../../catalogue/localized.ts';
import { type Checked, failed } from '../../diagnostics/checked.ts';
import type { AnnexDocument } from '../../document/tree.ts';
import { buildDocument, type Subject } from '../annex/build.ts';
import { chooseGeometry } from '../annex/geometry.ts';
import type { Element } from '../markup/element.ts';
import { renderTemplate } from '../template/render.ts';
import type { PackContract, PackSet } from './set.ts';
import type { PackTemplates } from './templates.ts';
import { commonLegend, newestDate, type PackContentsView, viewContract } from './view.ts';

/** What the pages of a pack are composed of, beside a contract: prepared once for all contracts of a set. */
export type PackPress = {
  readonly set: PackSet;
  readonly view: PackContentsView;
  readonly templates: PackTemplates;
  /** Whether the body font has the narrow no-break space U+202F. */
  readonly hasNarrow: boolean;
};

/** Composes the page that says what stands where in a pack: nothing of a contract reaches it. */
export function composePackContents(press: PackPress): Checked<AnnexDocument> {
  const { set, view, templates } = press;
  const rendered = renderTemplate(templates.contents, view, set.words);
  if (!rendered.value) return failed(...rendered.diagnostics);
  const about = { name: '', edition: '', updated: newestDate(set), reference: '' };
  return build(rendered.value, about, commonLegend(set), press);
}

/** Composes the cover of a pack for one contract. */
export function composePackCover(press: PackPress, contract: PackContract): Checked<AnnexDocument> {
  const { set, view, templates } = press;
  const said = { ...view, contract: viewContract(contract, templates.columns) };
  const rendered = renderTemplate(templates.cover, said, set.words);
  if (!rendered.value) return failed(...rendered.diagnostics);
  const { id, customer, date } = contract;
  const about = { name: customer, edition: '', updated: date || newestDate(set), reference: id };
  return build(rendered.value, about, [], press);
}

function build(
  root: Element,
  about: Omit<Subject, 'language' | 'codes'>,
  codes: readonly LocalizedCode[],
  { set: { brand, language, members }, hasNarrow }: PackPress,
): Checked<AnnexDocument> {
  const geometry = chooseGeometry(
    1,
    codes.map(({ sign }) => sign),
    brand.paper,
  );
  const anchors = members.map(({ anchor }) => anchor);
  return buildDocument(root, { ...about, language, codes }, { brand, geometry, hasNarrow, anchors });
}
