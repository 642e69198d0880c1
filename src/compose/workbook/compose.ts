import type { LocalizedProduct } from '../../catalogue/localized.ts';
import { type Checked, failed } from '../../diagnostics/checked.ts';
import type { WorkbookDocument } from '../../workbook/tree.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { loadTemplates } from '../template/load.ts';
import { renderTemplate } from '../template/render.ts';
import type { TemplateKind, TemplateSet } from '../template/set.ts';
import { buildWorkbook } from './build.ts';
import { workbookDialect } from './elements.ts';
import { sampleBrand, sampleViews } from './samples.ts';
import type { WorkbookBrand } from './styles.ts';
import { viewWorkbook, type WorkbookView, workbookShape } from './view.ts';

/** The templates of the workbook, checked. */
export type WorkbookTemplates = TemplateSet<WorkbookView>;

const kind: TemplateKind<WorkbookView> = {
  file: 'templates/workbook.hbs',
  shape: workbookShape,
  dialect: workbookDialect,
  samples: sampleViews(),
};

/**
 * Reads and checks the workbook template once for all products, up to building the made-up ones, so that a slip such
 * as a formula over an unknown column is found once and not for every product.
 */
export function loadWorkbookTemplates(
  source: Pick<Workspace, 'read' | 'list'>,
  words: ReadonlyMap<string, string>,
): Checked<WorkbookTemplates> {
  const loaded = loadTemplates(source, kind, words);
  if (!loaded.value) return loaded;
  for (const sample of kind.samples) {
    const { diagnostics } = build(loaded.value, sample, words, sampleBrand);
    if (diagnostics.length > 0) return failed(...diagnostics);
  }
  return loaded;
}

/** The workbook of a product in its language. A fault that its data brings out is said of this product alone. */
export function composeWorkbook(
  product: LocalizedProduct,
  brand: WorkbookBrand,
  templates: WorkbookTemplates,
): Checked<WorkbookDocument> {
  const { value, diagnostics } = build(templates, viewWorkbook(product, brand), product.words, brand);
  const scope = { product: product.id, language: product.language };
  return { value, diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, scope })) };
}

function build(
  templates: WorkbookTemplates,
  view: WorkbookView,
  words: ReadonlyMap<string, string>,
  brand: WorkbookBrand,
): Checked<WorkbookDocument> {
  const { value, diagnostics } = renderTemplate(templates, view, words);
  return value ? buildWorkbook(value, brand) : failed(...diagnostics);
}
