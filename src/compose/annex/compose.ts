import type { LocalizedProduct } from '../../catalogue/localized.ts';
import type { Brand } from '../../catalogue/model.ts';
import { type Checked, failed } from '../../diagnostics/checked.ts';
import type { AnnexDocument } from '../../document/tree.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { loadTemplates } from '../template/load.ts';
import { renderTemplate } from '../template/render.ts';
import type { TemplateKind, TemplateSet } from '../template/set.ts';
import { buildAnnex } from './build.ts';
import { annexDialect } from './elements.ts';
import { annexSamples } from './samples.ts';
import { type AnnexView, annexShape, type InPack, viewAnnex } from './view.ts';

/** The templates of the annex, checked. */
export type AnnexTemplates = TemplateSet<AnnexView>;

const annexKind: TemplateKind<AnnexView> = {
  file: 'templates/annex.hbs',
  shape: annexShape,
  dialect: annexDialect,
  samples: annexSamples,
};

/**
 * Reads and checks templates/annex.hbs and the partials, once for all products. `words` are the texts of
 * data/wording.csv in the reference language, by id.
 */
export function loadAnnexTemplates(
  source: Pick<Workspace, 'read' | 'list'>,
  words: ReadonlyMap<string, string>,
): Checked<AnnexTemplates> {
  return loadTemplates(source, annexKind, words);
}

/**
 * Composes the annex of a product in one language: view, template, markup, tree. `hasGlyph` says what the brand's
 * body font can show, where a language would rather have a character that not every font has; `pack` is the pack that the
 * annex stands in, if any.
 */
export function composeAnnex(
  product: LocalizedProduct,
  brand: Brand,
  templates: AnnexTemplates,
  hasGlyph: (codePoint: number) => boolean = () => true,
  pack?: InPack,
): Checked<AnnexDocument> {
  const rendered = renderTemplate(templates, viewAnnex(product, brand, pack), product.words);
  if (!rendered.value) return failed(...rendered.diagnostics);
  return buildAnnex(rendered.value, product, brand, hasGlyph(0x202f));
}
