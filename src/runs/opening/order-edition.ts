import type { Catalogue, Product, Shelf } from '../../catalogue/model.ts';
import { type Diagnostic, isBlocking } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { formats } from '../../formats/registry.ts';
import type { Order } from '../../make/order.ts';
import { type Plan, planArtifacts, touches } from '../../plan/plan.ts';
import { orderFor } from './order.ts';

/** A document that somebody names: by its product, and an edition of it. */
export type WantedEdition = {
  /** Id of the product. */
  readonly product: string;
  /** The one that product.yaml names, draft or not, where it is left out. */
  readonly edition?: string | undefined;
  readonly language: string;
  /** Id of a format. */
  readonly format: string;
  /** The product's own where it is left out. */
  readonly brand?: string | undefined;
};

/** What it is made from, or why it cannot be made. */
export type FoundEdition =
  | { readonly order: Order; readonly refused?: undefined }
  | { readonly order?: undefined; readonly refused: EditionRefused };

/** For a finding at the place where the document was named. */
export type EditionRefused = {
  /** What there is none of by the name; `held` where errors stand in the way. */
  readonly what: 'product' | 'edition' | 'language' | 'held';
  readonly message: string;
  readonly hints: readonly string[];
  /** The errors that stand in the way. */
  readonly because: readonly Diagnostic[];
};

/**
 * What a build makes a document from that somebody names, of the edition that a matrix is in or of one before it. An
 * edition that was released is meant as it was released, though the matrix broke it since; a draft is meant where nothing
 * was released under the name, or where no edition is named and the matrix is a draft.
 *
 * @param diagnostics all that was found in the workspace
 */
export function orderForEdition(
  catalogue: Catalogue,
  diagnostics: readonly Diagnostic[],
  wanted: WantedEdition,
): FoundEdition {
  const faults = diagnostics.filter(isBlocking);
  const shelf = catalogue.shelves.get(wanted.product);
  const product = catalogue.products.find(({ id }) => id === wanted.product);
  if (shelf === undefined) return refuseProduct(catalogue, faults, wanted);
  const meant = findMeant(shelf, product, wanted.edition);
  // Which editions there are is not known while one of them cannot be read.
  if (meant === undefined && !(shelf.whole && product)) return refuseHeld(catalogue, faults, wanted);
  if (meant === undefined) return refuseEdition(shelf, product, wanted);
  if (!meant.languages.includes(wanted.language)) return refuseLanguage(meant, wanted);
  const artifact = planOf(catalogue, faults, wanted).make.find(
    ({ edition, draft }) => edition === meant.edition && draft === meant.draft,
  );
  if (artifact === undefined) return refuseHeld(catalogue, faults, wanted);
  return { order: orderFor(catalogue, artifact) };
}

type Meant = Pick<Product, 'edition' | 'draft' | 'languages'>;

function findMeant(
  { released }: Shelf,
  product: Product | undefined,
  named: string | undefined,
): Meant | undefined {
  const edition = named ?? product?.edition ?? '';
  const frozen = released.find((one) => one.edition === edition);
  const draft = named === undefined ? product?.draft !== false : frozen === undefined;
  const today = product?.edition === edition && product.draft === draft ? [product] : [];
  const before = frozen === undefined || draft ? [] : [frozen];
  const languages = new Set([...today, ...before].flatMap((one) => one.languages));
  return languages.size === 0 ? undefined : { edition, draft, languages: [...languages] };
}

function planOf(
  catalogue: Catalogue,
  faults: readonly Diagnostic[],
  { product, language, format, brand }: WantedEdition,
): Plan {
  const brands = brand === undefined ? [] : [brand];
  const request = { products: [product], languages: [language], formats: [format], brands };
  return planArtifacts(catalogue, faults, request, formats);
}

function refuseProduct(
  catalogue: Catalogue,
  faults: readonly Diagnostic[],
  wanted: WantedEdition,
): FoundEdition {
  // A folder whose product.yaml cannot be read is no product that nobody knows.
  if (faults.some(({ scope }) => scope?.product === wanted.product))
    return refuseHeld(catalogue, faults, wanted);
  const message = `There is no product '${wanted.product}'.`;
  return refuse('product', message, didYouMean(wanted.product, catalogue.shelves.keys()));
}

function refuseEdition(
  { released }: Shelf,
  product: Product | undefined,
  { product: id, edition = '' }: WantedEdition,
): FoundEdition {
  const known = new Set([...(product === undefined ? [] : [product]), ...released].map((one) => one.edition));
  return refuse('edition', `There is no edition '${edition}' of ${id}.`, didYouMean(edition, known));
}

function refuseLanguage({ edition, languages }: Meant, { product, language }: WantedEdition): FoundEdition {
  const message = `Edition ${edition} of ${product} is not made in '${language}'.`;
  return refuse('language', message, [`It is made in ${languages.join(', ')}.`]);
}

function refuseHeld(
  catalogue: Catalogue,
  faults: readonly Diagnostic[],
  { product, edition, language, brand = catalogue.shelves.get(product)?.brand ?? '' }: WantedEdition,
): FoundEdition {
  const named = edition === undefined ? product : `edition ${edition} of ${product}`;
  const because = faults.filter((fault) => touches(fault, { product, language, brand }));
  const message = `Errors keep ${named} from being made in '${language}'.`;
  return refuse('held', message, ['Run annex check to see them.'], because);
}

function refuse(
  what: EditionRefused['what'],
  message: string,
  hints: readonly string[],
  because: readonly Diagnostic[] = [],
): FoundEdition {
  return { refused: { what, message, hints, because } };
}
