import { gistOf } from './identity/side.ts';
import type { ProductState } from './states/state.ts';

/** The product that a page speaks of, and the language that it is in. */
export type Recognized = { readonly product: ProductState; readonly language: string };

/** A page that shares less of its activities with a product speaks of none of them. */
const least = 0.2;

/** Finds the product and the language of a page by what it says; undefined where it says little of any product. */
export function recognizePage(page: ProductState, products: readonly ProductState[]): Recognized | undefined {
  const [said] = Object.keys(page.edition.activities[0]?.activity ?? {});
  const gists = gistsIn(page, said ?? page.edition.language);
  const shares = products.flatMap((product) =>
    languagesOf(product).map((language) => {
      const known = gistsIn(product, language);
      const shared = [...gists].filter((gist) => known.has(gist)).length;
      return { product, language, share: gists.size === 0 ? 0 : shared / gists.size };
    }),
  );
  const best = shares.reduce<(typeof shares)[number] | undefined>(
    (most, found) => (most !== undefined && most.share >= found.share ? most : found),
    undefined,
  );
  return best !== undefined && best.share >= least ? best : undefined;
}

function languagesOf({ edition }: ProductState): string[] {
  return [...new Set([edition.language, ...edition.languages])];
}

function gistsIn({ edition }: ProductState, language: string): Set<string> {
  return new Set(
    edition.activities.flatMap(({ activity }) => {
      const text = activity[language]?.text;
      return text === undefined ? [] : [gistOf(text)];
    }),
  );
}
