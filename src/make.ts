import { carryInAnnex, carryInWorkbook, editionOf } from './carry.ts';
import { localize } from './catalogue/localize.ts';
import type { LocalizedProduct } from './catalogue/localized.ts';
import type { Catalogue } from './catalogue/model.ts';
import { composeAnnex } from './compose/annex/compose.ts';
import { composeWorkbook } from './compose/workbook/compose.ts';
import { type Checked, checked, failed } from './diagnostics/checked.ts';
import { error } from './diagnostics/diagnostic.ts';
import type { Edition } from './edition/edition.ts';
import type { Rendered } from './formats/format.ts';
import { formats } from './formats/registry.ts';
import { historyOf } from './history.ts';
import { bodyGlyphs, brandOn, type Opened } from './open.ts';
import type { PlannedArtifact } from './plan/plan.ts';
import { provePainted } from './proof/painted.ts';

/** compose -> render -> prove, for one artifact of a plan. What the proof refuses has no value. */
export async function makeArtifact(
  opened: Opened,
  catalogue: Catalogue,
  artifact: PlannedArtifact,
): Promise<Checked<Rendered>> {
  const product = catalogue.products.find((candidate) => candidate.id === artifact.product)!;
  const localized = localize(catalogue, product, artifact.language, historyOf(catalogue, product));
  const edition = editionOf(catalogue, product);
  const rendered = await composeAndRender(opened, catalogue, localized, edition, artifact);
  if (rendered.value === undefined) return rendered;
  const differences = provePainted(localized, rendered.value.painted);
  if (differences.length === 0) return rendered;
  const scope = { product: artifact.product, language: artifact.language };
  return failed(
    ...rendered.diagnostics,
    ...differences.map(({ clause, expected, painted }) =>
      error(
        'proof-painted',
        { file: `${product.folder}/matrix.csv` },
        `The ${artifact.format} does not say clause ${clause} as the matrix does: expected '${expected}', painted '${painted.join(' | ')}'.`,
        {
          hints: [
            'The artifact is not published. If the template prints every activity, please report this.',
          ],
          scope,
        },
      ),
    ),
  );
}

/** compose -> render of a product that carries an edition: what makeArtifact makes before it proves it. */
export async function composeAndRender(
  opened: Opened,
  catalogue: Catalogue,
  product: LocalizedProduct,
  edition: Edition,
  artifact: PlannedArtifact,
): Promise<Checked<Rendered>> {
  const brand = brandOn(catalogue, artifact.brand);
  const format = formats.find(({ id }) => id === artifact.format)!;
  if (brand === undefined) return failed();
  if (format.kind === 'annex') {
    if (opened.annexTemplates === undefined) return failed();
    const tree = composeAnnex(product, brand, opened.annexTemplates, bodyGlyphs(brand));
    if (tree.value === undefined) return failed(...tree.diagnostics);
    return checked(await (await format.load()).render(carryInAnnex(tree.value, edition)), tree.diagnostics);
  }
  if (opened.workbookTemplates === undefined) return failed();
  const tree = composeWorkbook(product, brand, opened.workbookTemplates);
  if (tree.value === undefined) return failed(...tree.diagnostics);
  return checked(await (await format.load()).render(carryInWorkbook(tree.value, edition)), tree.diagnostics);
}
