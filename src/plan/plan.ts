import type { Frame } from '../catalogue/frame.ts';
import type { Product } from '../catalogue/model.ts';
import { type Diagnostic, isBlocking } from '../diagnostics/diagnostic.ts';
import { touchesFrozen } from './frozen.ts';
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
  /** Whether it is made from the edition as it was frozen, and not from the matrix as it is today. */
  readonly frozen: boolean;
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

/**
 * What of a request is in the catalogue: of each product the edition that its matrix is in, and every released one, in all
 * its languages, brands and formats.
 *
 * The matrix makes what it can. Whatever of a released edition it does not make, since it is in another one, breaks what
 * was promised, has errors or dropped a language, is made from what was frozen: a released document stays.
 */
export function planArtifacts(
  catalogue: Frame,
  diagnostics: readonly Diagnostic[],
  request: Request,
  formats: readonly PlannedFormat[],
): Plan {
  const faults = diagnostics.filter(isBlocking);
  const wanted = formatsFor(catalogue, request, formats);
  const make = new Map<string, PlannedArtifact>();
  const held = new Map<string, PlannedArtifact>();
  for (const subject of subjectsOf(catalogue, request)) {
    for (const language of subject.languages.filter((tag) => asked(request.languages, tag))) {
      for (const brand of brandsFor(subject, request)) {
        const isHeld = holds(catalogue, faults, subject, language, brand);
        for (const format of wanted) {
          const artifact = planArtifact(subject, language, brand, format);
          const home = isHeld ? held : make;
          if (!make.has(artifact.path) && !home.has(artifact.path)) home.set(artifact.path, artifact);
        }
      }
    }
  }
  return { make: [...make.values()], held: [...held.values()].filter(({ path }) => !make.has(path)) };
}

/** An edition that there are documents of. */
type Subject = Pick<Product, 'id' | 'edition' | 'draft' | 'brand' | 'languages'> &
  Pick<PlannedArtifact, 'frozen'>;

/** Of each product that is asked for, the edition that its matrix is in, then the frozen ones from the newest on. */
function subjectsOf({ products, shelves }: Frame, request: Request): Subject[] {
  const wanted = [...shelves.values()].filter(({ product }) => asked(request.products, product));
  return wanted.flatMap(({ product: id, brand, released }) => {
    const today = products.find((product) => product.id === id);
    const frozen = released.map(({ edition, languages }) => ({
      id,
      edition,
      draft: false,
      brand,
      languages,
      frozen: true,
    }));
    return [...(today === undefined ? [] : [{ ...today, frozen: false }]), ...frozen.reverse()];
  });
}

/** Whether errors keep an edition from being made in a language and a brand. */
function holds(
  { brands }: Frame,
  faults: readonly Diagnostic[],
  { id: product, edition, frozen }: Subject,
  language: string,
  brand: string,
): boolean {
  if (frozen && !brands.has(brand)) return true;
  return faults.some(
    (fault) =>
      touches(fault, { product, language, brand, ...(frozen && { edition }) }) &&
      (!frozen || touchesFrozen(fault)),
  );
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
  catalogue: Frame,
  request: Request,
  formats: readonly PlannedFormat[],
): readonly PlannedFormat[] {
  const wanted = request.formats.length > 0 ? request.formats : catalogue.formats;
  return formats.filter(({ id }) => wanted.includes(id));
}

function brandsFor({ brand }: Subject, request: Request): readonly string[] {
  return request.brands.length > 0 ? request.brands : [brand];
}

/** A product in a language and a brand: what a fault may keep from being made. */
export type Making = Pick<PlannedArtifact, 'product' | 'language' | 'brand'> & {
  /** Where it is made from a frozen edition: its name. */
  readonly edition?: string;
};

/** Whether a fault keeps something from being made: a fault without a scope touches all. */
export function touches({ scope }: Diagnostic, making: Making): boolean {
  if (scope === undefined) return true;
  return (['product', 'language', 'brand', 'edition'] as const).every(
    (part) => scope[part] === undefined || scope[part] === making[part],
  );
}

function planArtifact(
  subject: Subject,
  language: string,
  brand: string,
  { id, kind, extension }: PlannedFormat,
): PlannedArtifact {
  const { id: product, edition, draft, frozen } = subject;
  const path = artifactPath(subject, language, brand, extension);
  return { path, kind, format: id, product, language, edition, brand, draft, frozen };
}
