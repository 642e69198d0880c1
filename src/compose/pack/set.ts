import type { LocalizedProduct } from '../../catalogue/localized.ts';
import type { Brand } from '../../catalogue/model.ts';
import { sheetNames } from '../../workbook/names.ts';

/** Whom a pack is for, as far as its cover and its overview say it. */
export type PackContract = {
  readonly id: string;
  readonly customer: string;
  /** ISO date, or '' where there is none. */
  readonly date: string;
  /** Further columns of the contracts, by name. */
  readonly columns: Readonly<Record<string, string>>;
};

/** Members in their order, in one language and one brand: what contracts can have in common. */
export type PackSet = {
  readonly language: string;
  readonly brand: Brand;
  /** The words of the language, by id. */
  readonly words: ReadonlyMap<string, string>;
  readonly members: readonly Member[];
};

/** A product in a pack. */
export type Member = {
  /** Its id with a number where it stands in the pack before, `[a-z][a-z0-9-]*`: what links and carried files name. */
  readonly anchor: string;
  /** Its sheet in the workbook. */
  readonly sheet: string;
  /** Labelled by its place in the pack. */
  readonly product: LocalizedProduct;
};

/** Gives products their places in a pack. */
export function arrangeSet(products: readonly LocalizedProduct[], dress: Omit<PackSet, 'members'>): PackSet {
  const anchors = anchorsOf(products.map(({ id }) => id));
  const sheets = sheetNames(products.map(({ name }) => name));
  const members = products.map((product, index) => ({
    anchor: anchors[index]!,
    sheet: sheets[index]!,
    product: { ...product, annex: String(index + 1) },
  }));
  return { ...dress, members };
}

/** Two editions of a product may stand in one pack. */
function anchorsOf(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const plain = id.toLowerCase().replace(/[^a-z0-9-]+/g, '-');
    const stem = /^[a-z]/.test(plain) ? plain : `annex-${plain}`;
    let anchor = stem;
    for (let n = 2; taken.has(anchor); n++) anchor = `${stem}-${n}`;
    taken.add(anchor);
    return anchor;
  });
}
