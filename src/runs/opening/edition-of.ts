import { assembleEdition } from '../../catalogue/editions/assemble.ts';
import type { Frame } from '../../catalogue/frame.ts';
import type { Catalogue, Product } from '../../catalogue/model.ts';
import type { Edition } from '../../edition/edition.ts';
import type { PlannedArtifact } from '../../plan/plan.ts';
import { programVersion } from '../../version.ts';

/** Editions of so many products are held: each is some hundred kilobytes, and is assembled in a hundredth of a document's time. */
const mostHeld = 64;

/** All documents of an edition carry the same one, in whichever language and format they are. */
const today = new Map<Product, Edition>();
const frozen = new WeakMap<Edition, Edition>();

/** The edition that the matrix of a product is in, by the product's id. */
export type EditionToday = (product: string) => Edition;

/** The editions of the products of a catalogue. */
export function editionsIn(catalogue: Catalogue): EditionToday {
  return (id) => editionOf(catalogue, catalogue.products.find((product) => product.id === id)!);
}

/** The edition that the matrix of a product is in, as this version of the program writes it. */
export function editionOf(catalogue: Catalogue, product: Product): Edition {
  const known = today.get(product);
  if (known !== undefined) return known;
  const edition = assembleEdition(catalogue, product, programVersion());
  today.set(product, edition);
  const [oldest] = today.keys();
  if (today.size > mostHeld) today.delete(oldest!);
  return edition;
}

/** The edition that an artifact of a plan is made from. */
export function editionFor(
  { shelves }: Frame,
  { product: id, edition, frozen: isFrozen }: Pick<PlannedArtifact, 'product' | 'edition' | 'frozen'>,
  editionToday: EditionToday,
): Edition {
  if (!isFrozen) return editionToday(id);
  const { released } = shelves.get(id)!;
  return rewrite(released.find((one) => one.edition === edition)!);
}

/** A frozen edition, as this version of the program writes it into a document: its digest does not cover who wrote it. */
function rewrite(edition: Edition): Edition {
  const program = { ...edition.program, version: programVersion() };
  const known = frozen.get(edition) ?? { ...edition, program };
  frozen.set(edition, known);
  return known;
}
