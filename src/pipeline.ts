import { join } from 'node:path';
import { brandsFolder } from './catalogue/brands.ts';
import { localize } from './catalogue/localize.ts';
import type { LocalizedProduct } from './catalogue/localized.ts';
import type { Catalogue } from './catalogue/model.ts';
import { productsFolder } from './catalogue/products.ts';
import { composeAnnex } from './compose/annex/compose.ts';
import { composeWorkbook } from './compose/workbook/compose.ts';
import { type Checked, checked, failed } from './diagnostics/checked.ts';
import { type Diagnostic, distinct, error } from './diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from './diagnostics/located.ts';
import type { Rendered } from './formats/format.ts';
import { formats } from './formats/registry.ts';
import { bodyGlyphs, brandOn, type Opened, openFolder } from './open.ts';
import { everything, type Plan, type PlannedArtifact, planArtifacts, type Request } from './plan/plan.ts';
import { checkRequest } from './plan/request.ts';
import { provePainted } from './proof/painted.ts';
import type { PublishedArtifact } from './publish/manifest.ts';
import { type Publication, Publisher } from './publish/publish.ts';

export type BuildOptions = {
  /** Folder of the workspace. */
  readonly workspace: string;
  /** Output folder; `output` in the workspace where it is left out. */
  readonly out?: string;
  readonly request?: Request;
  /** Called before each artifact. */
  readonly onProgress?: (done: number, total: number, artifact: PlannedArtifact) => void;
};

export type BuildResult = {
  readonly out: string;
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Absent where the workspace could not be read at all: then every published path is as it was. */
  readonly publication: Publication | undefined;
  /** What was asked for and not made. */
  readonly held: readonly PlannedArtifact[];
};

/**
 * Builds a workspace: read -> parse -> assemble -> plan -> compose -> render -> prove -> publish.
 *
 * Throws WorkspaceFault and OutputFault where files cannot be used, UnknownName where the request names what is not
 * there. Everything else that is wrong comes back as diagnostics.
 */
export async function buildWorkspace(options: BuildOptions): Promise<BuildResult> {
  const { workspace, out = join(workspace, 'output'), request = everything, onProgress } = options;
  const opened = openFolder(workspace);
  if (opened.catalogue === undefined) {
    return { out, diagnostics: opened.locate(opened.diagnostics), publication: undefined, held: [] };
  }
  checkRequest(request, namesIn(opened, opened.catalogue));
  const plan = planArtifacts(opened.catalogue, opened.diagnostics, request, formats);
  const publisher = new Publisher(out);
  const held: PlannedArtifact[] = [...plan.held];
  const found: Diagnostic[] = [];
  try {
    for (const [i, artifact] of plan.make.entries()) {
      onProgress?.(i + 1, plan.make.length, artifact);
      const made = await makeArtifact(opened, opened.catalogue, artifact);
      found.push(...made.diagnostics);
      if (made.value === undefined) held.push(artifact);
      else publisher.stage(artifact, made.value.bytes);
    }
    const publication = publisher.commit(request, (earlier) => couldNotBeMade(earlier, opened, plan, held));
    const diagnostics = opened.locate([...opened.diagnostics, ...distinct(found)]);
    return { out, diagnostics, publication, held };
  } finally {
    publisher.close();
  }
}

/** compose -> render -> prove, for one artifact. */
async function makeArtifact(
  opened: Opened,
  catalogue: Catalogue,
  artifact: PlannedArtifact,
): Promise<Checked<Rendered>> {
  const product = catalogue.products.find((candidate) => candidate.id === artifact.product)!;
  const localized = localize(catalogue, product, artifact.language);
  const rendered = await renderArtifact(opened, catalogue, localized, artifact);
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

async function renderArtifact(
  opened: Opened,
  catalogue: Catalogue,
  product: LocalizedProduct,
  artifact: PlannedArtifact,
): Promise<Checked<Rendered>> {
  const brand = brandOn(catalogue, artifact.brand);
  const format = formats.find(({ id }) => id === artifact.format)!;
  if (brand === undefined) return failed();
  if (format.kind === 'annex') {
    if (opened.annexTemplates === undefined) return failed();
    const tree = composeAnnex(product, brand, opened.annexTemplates, bodyGlyphs(brand));
    if (tree.value === undefined) return failed(...tree.diagnostics);
    return checked(await (await format.load()).render(tree.value), tree.diagnostics);
  }
  if (opened.workbookTemplates === undefined) return failed();
  const tree = composeWorkbook(product, brand, opened.workbookTemplates);
  if (tree.value === undefined) return failed(...tree.diagnostics);
  return checked(await (await format.load()).render(tree.value), tree.diagnostics);
}

function namesIn(opened: Opened, catalogue: Catalogue) {
  return {
    products: opened.overlaid.list(productsFolder).folders,
    languages: catalogue.languages,
    formats: formats.map(({ id }) => id),
    brands: opened.overlaid.list(brandsFolder).folders,
  };
}

/** Whether an artifact of an earlier build stands for something that failed this time, and is not simply gone. */
function couldNotBeMade(
  earlier: PublishedArtifact,
  opened: Opened,
  plan: Plan,
  held: readonly PlannedArtifact[],
): boolean {
  const { product, language, format } = earlier;
  const planned = [...plan.make, ...plan.held].some((artifact) => artifact.product === product);
  if (!planned) return opened.overlaid.list(productsFolder).folders.includes(product);
  return held.some(
    (artifact) =>
      artifact.product === product && artifact.language === language && artifact.format === format,
  );
}
