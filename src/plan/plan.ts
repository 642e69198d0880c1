import type { Catalogue, Product } from '../catalogue/model.ts';
import { type Diagnostic, isBlocking } from '../diagnostics/diagnostic.ts';
import { artifactPath } from './paths.ts';

/** What a build was asked for. Empty lists mean: all. */
export type Request = {
  readonly products: readonly string[];
  readonly languages: readonly string[];
  readonly formats: readonly string[];
  /** Overrides the products' own brand. */
  readonly brands: readonly string[];
};

/** The request for everything. */
export const everything: Request = { products: [], languages: [], formats: [], brands: [] };

/** One file that will be made. */
export type PlannedArtifact = {
  /** Relative to the output folder, forward slashes. */
  readonly path: string;
  readonly kind: 'annex' | 'workbook';
  readonly format: string;
  readonly product: string;
  readonly language: string;
  readonly edition: string;
  readonly brand: string;
  readonly draft: boolean;
};

/** What a plan needs to know of an output format. */
export type PlannedFormat = {
  readonly id: string;
  readonly kind: 'annex' | 'workbook';
  readonly extension: string;
};

export type Plan = {
  readonly make: readonly PlannedArtifact[];
  /** Not made, because of errors in what they would be made from. */
  readonly held: readonly PlannedArtifact[];
};

/** What of a request is in the catalogue, one artifact for each product, language, brand and format. */
export function planArtifacts(
  catalogue: Catalogue,
  diagnostics: readonly Diagnostic[],
  request: Request,
  formats: readonly PlannedFormat[],
): Plan {
  const make: PlannedArtifact[] = [];
  const held: PlannedArtifact[] = [];
  const faults = diagnostics.filter(isBlocking);
  const wanted = formatsFor(catalogue, request, formats);
  for (const product of catalogue.products.filter(({ id }) => asked(request.products, id))) {
    for (const language of product.languages.filter((tag) => asked(request.languages, tag))) {
      for (const brand of brandsFor(product, request)) {
        const isHeld = faults.some((fault) => touches(fault, { product: product.id, language, brand }));
        const home = isHeld ? held : make;
        for (const format of wanted) home.push(planArtifact(product, language, brand, format));
      }
    }
  }
  return { make, held };
}

/** Whether a list of a request asks for a name: an empty list asks for all. */
export function asked(names: readonly string[], name: string): boolean {
  return names.length === 0 || names.includes(name);
}

/** Whether a request speaks of an artifact at all, so that a build may replace or prune it. */
export function covers(
  request: Request,
  artifact: Pick<PlannedArtifact, 'product' | 'language' | 'format' | 'brand'>,
): boolean {
  return (
    asked(request.products, artifact.product) &&
    asked(request.languages, artifact.language) &&
    asked(request.formats, artifact.format) &&
    asked(request.brands, artifact.brand)
  );
}

/** Whether a finding has to do with what a request asks for. */
export function concerns(request: Request, { scope }: Diagnostic): boolean {
  if (scope?.product !== undefined && !asked(request.products, scope.product)) return false;
  return scope?.language === undefined || asked(request.languages, scope.language);
}

/** What a run asks for by name is made, whether or not annex.yaml lists it. */
function formatsFor(
  catalogue: Catalogue,
  request: Request,
  formats: readonly PlannedFormat[],
): readonly PlannedFormat[] {
  const wanted = request.formats.length > 0 ? request.formats : catalogue.formats;
  return formats.filter(({ id }) => wanted.includes(id));
}

function brandsFor(product: Product, request: Request): readonly string[] {
  return request.brands.length > 0 ? request.brands : [product.brand];
}

/** A product in a language and a brand: what a fault may keep from being made. */
export type Making = Pick<PlannedArtifact, 'product' | 'language' | 'brand'>;

/** Whether a fault keeps something from being made: a fault without a scope touches all. */
export function touches({ scope }: Diagnostic, making: Making): boolean {
  if (scope === undefined) return true;
  return (['product', 'language', 'brand'] as const).every(
    (part) => scope[part] === undefined || scope[part] === making[part],
  );
}

function planArtifact(
  product: Product,
  language: string,
  brand: string,
  format: PlannedFormat,
): PlannedArtifact {
  return {
    path: artifactPath(product, language, brand, format.extension),
    kind: format.kind,
    format: format.id,
    product: product.id,
    language,
    edition: product.edition,
    brand,
    draft: product.draft,
  };
}
