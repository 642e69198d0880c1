import type { ToldEdition, ToldProduct } from '../told.ts';
import { keyOf, state } from './state.ts';
import { catalogue } from './told.ts';

/** The address of an edition of a product in a language: `#email-pro/2026-03/fr`. */
export function addressOf(product: ToldProduct, edition: ToldEdition, language: string): string {
  return `#${[product.key, keyOf(edition), language].map(encodeURIComponent).join('/')}${query(false)}`;
}

/** Writes what is chosen behind the page's address, so that it can be kept and sent; nothing typed for a contract. */
export function writeAddress(): void {
  const [place = ''] = location.hash.slice(1).split('?');
  const [key, edition] = place.split('/');
  const stays = key && edition ? `${key}/${edition}/${encodeURIComponent(state.language)}` : '';
  const hash = `${stays}${query(stays === '')}`;
  history.replaceState(null, '', hash === '' ? location.pathname + location.search : `#${hash}`);
}

/** Takes what the address says. Gives the product that it names. */
export function readAddress(): ToldProduct | undefined {
  const [place = '', asked = ''] = location.hash.slice(1).split('?');
  const [key, edition, language] = place.split('/').map(decode);
  const parameters = new URLSearchParams(asked);
  const product = catalogue.products.find((one) => one.key === key);
  const at = product?.editions.findIndex((one) => keyOf(one) === edition) ?? -1;
  if (product && at >= 0) state.editions.set(product.key, at);
  state.query = parameters.get('q') ?? '';
  state.standing = parameters.get('state') ?? '';
  state.brand = parameters.get('brand') ?? '';
  chooseLanguages(parameters.get('page'), language ?? parameters.get('language'));
  return product;
}

function chooseLanguages(ui: string | null, documents: string | null): void {
  const known = (tag: string | null): tag is string => tag !== null && catalogue.languages.includes(tag);
  const speaks = (tag: string | null): tag is string => tag !== null && tag in catalogue.words;
  const preferred = navigator.languages.flatMap((tag) => [tag, tag.split('-')[0]!]).find(speaks);
  state.ui = speaks(ui) ? ui : speaks(documents) ? documents : (preferred ?? catalogue.language);
  state.language = known(documents) ? documents : state.ui;
}

/** @param withLanguage whether the language of the documents is not said elsewhere in the address */
function query(withLanguage: boolean): string {
  const { query: q, standing, brand, ui, language } = state;
  const said = Object.entries({
    q,
    state: standing,
    brand,
    language: withLanguage ? language : '',
    page: ui === language ? '' : ui,
  }).filter(([, value]) => value !== '');
  return said.length > 0 ? `?${new URLSearchParams(said)}` : '';
}

/** Whatever somebody typed there is no fault of the page's. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
