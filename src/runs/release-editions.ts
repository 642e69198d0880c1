import type { Product } from '../catalogue/model.ts';
import { productsFolder } from '../catalogue/products.ts';
import { type Diagnostic, distinct, isBlocking } from '../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { everything } from '../plan/plan.ts';
import { checkRequest } from '../plan/request.ts';
import { planRelease, type Release } from '../release/release.ts';
import { openWorkspace } from '../workspace/disk.ts';
import type { WritableWorkspace } from '../workspace/workspace.ts';
import { editionOf } from './opening/edition-of.ts';
import { openSources } from './opening/open.ts';

export type ReleaseOptions = {
  /** The path of the folder, or a workspace that lives elsewhere, such as in memory. */
  readonly workspace: string | WritableWorkspace;
  /** Ids of products; all where the list is empty. */
  readonly products: readonly string[];
  readonly dryRun: boolean;
};

export type ReleaseResult = {
  readonly releases: readonly Omit<Release, 'diagnostics' | 'text'>[];
  /** Why products were refused, or could not be read. */
  readonly diagnostics: readonly LocatedDiagnostic[];
};

/**
 * Freezes the editions that products are in, each as one file of its own, and writes nothing else. A product that must
 * not be released does not keep the others from it. Throws UnknownName, WorkspaceFault.
 */
export function releaseEditions(options: ReleaseOptions): ReleaseResult {
  const workspace =
    typeof options.workspace === 'string' ? openWorkspace(options.workspace) : options.workspace;
  const { catalogue, diagnostics, locate, overlaid } = openSources(workspace);
  const faults = diagnostics.filter(isBlocking);
  const { folders } = overlaid.list(productsFolder);
  checkRequest({ ...everything, products: options.products }, { ...nothingElse, products: folders });
  const wanted = options.products.length > 0 ? options.products : folders;
  if (catalogue === undefined) return { releases: [], diagnostics: locate(faults) };
  const releases = catalogue.products
    .filter(({ id }) => wanted.includes(id))
    .map((product) =>
      planRelease(catalogue, product, editionOf(catalogue, product), faultsOf(faults, product)),
    );
  if (!options.dryRun) {
    for (const { path, text } of releases)
      if (text !== undefined) workspace.write(path, new TextEncoder().encode(text));
  }
  const unread = wanted.filter((id) => !releases.some(({ product }) => product === id));
  return {
    releases: releases.map(({ diagnostics: _, text: __, ...release }) => release),
    diagnostics: locate(
      distinct([
        ...releases.flatMap((release) => release.diagnostics),
        ...faults.filter(({ scope }) =>
          scope?.product === undefined ? releases.length === 0 : unread.includes(scope.product),
        ),
      ]),
    ),
  };
}

const nothingElse = { languages: [], formats: [], brands: [] };

/** Errors that keep a document of a product from being made, in whichever language and brand. */
function faultsOf(
  faults: readonly Diagnostic[],
  { id, languages, brand }: Pick<Product, 'id' | 'languages' | 'brand'>,
): Diagnostic[] {
  return faults.filter(
    ({ scope }) =>
      scope?.edition === undefined &&
      (scope?.product === undefined || scope.product === id) &&
      (scope?.language === undefined || languages.includes(scope.language)) &&
      (scope?.brand === undefined || scope.brand === brand),
  );
}
