import type { ToldEdition, ToldFile, ToldProduct } from '../told.ts';
import { catalogue } from './told.ts';

/** In the order in which the page names them. */
const formats = Object.keys(catalogue.kinds);

/** What the reader has chosen. What is typed for a contract stays here: it is in no address and is sent nowhere. */
export const state = {
  /** The language of the page itself. */
  ui: catalogue.language,
  /** The language of the documents. */
  language: catalogue.language,
  query: '',
  standing: '',
  brand: '',
  /** Places of the editions that are looked at, by product; the newest of those that are not named. */
  editions: new Map<string, number>(),
  /** Products whose details are open. */
  opened: new Set<string>(),
  /** Products of the pack. */
  pack: new Set<string>(),
  formats: new Set(formats.slice(0, 1)),
  contract: { customer: '', contract: '', date: '' },
};

/** The edition of a product that is looked at: a released one before a draft, where nobody chose. */
export function shownEdition(product: ToldProduct): ToldEdition {
  const chosen = state.editions.get(product.key);
  const released = product.editions.findIndex(({ draft }) => !draft);
  return product.editions[chosen ?? Math.max(0, released)]!;
}

/** The files of an edition in the language of the documents. */
export function filesOf({ files }: ToldEdition, language = state.language): readonly ToldFile[] {
  return files
    .filter(([, tag]) => tag === language)
    .sort(([, , one], [, , other]) => formats.indexOf(one) - formats.indexOf(other));
}

/** The path of a file, from the page. */
export function pathOf({ stem }: ToldEdition, [rest]: ToldFile): string {
  return stem + rest;
}

/** Names an edition in addresses. */
export function keyOf({ edition, draft }: Pick<ToldEdition, 'edition' | 'draft'>): string {
  return draft ? `${edition}-draft` : edition;
}

/** Products in the order of the page that are in the pack. */
export function packed(): readonly ToldProduct[] {
  return catalogue.products.filter(({ key }) => state.pack.has(key));
}
