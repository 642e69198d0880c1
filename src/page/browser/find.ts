import type { ToldProduct } from '../told.ts';
import { standingOf } from './signs.ts';
import { filesOf, shownEdition, state } from './state.ts';

/** Whether a product is among those that the reader looks for. */
export function isFound(product: ToldProduct): boolean {
  const text = textOf(product);
  const hasWords = fold(state.query)
    .split(/\s+/u)
    .every((word) => text.includes(word));
  return hasWords && (state.brand === '' || product.brand === state.brand) && hasState(product);
}

/** The states that can be asked for, by the ids of their words. */
export const states: Readonly<Record<string, string>> = {
  released: 'page-released',
  draft: 'draft-mark',
  reviewed: 'page-reviewed',
  machine: 'machine-mark',
  stale: 'stale-mark',
  absent: 'page-absent',
  kept: 'page-kept-mark',
};

function hasState(product: ToldProduct): boolean {
  const edition = shownEdition(product);
  const standing = standingOf(edition, state.language);
  switch (state.standing) {
    case 'released':
      return !edition.draft;
    case 'draft':
      return edition.draft;
    case 'reviewed':
      return standing === 'reviewed' || standing === 'original';
    case 'machine':
    case 'stale':
    case 'absent':
      return standing === state.standing;
    case 'kept':
      return filesOf(edition).some((file) => file[5] === 'kept');
    default:
      return true;
  }
}

const texts = new WeakMap<ToldProduct, string>();

/** All that a product can be found by, in every language. */
function textOf(product: ToldProduct): string {
  const { id, reference = '', name, summary = {}, editions, brandName = '' } = product;
  const said = [id, reference, brandName, ...Object.values(name), ...Object.values(summary)];
  const text = texts.get(product) ?? fold([...said, ...editions.map(({ edition }) => edition)].join('\n'));
  texts.set(product, text);
  return text;
}

/** Without capitals and accents, as people type who look for something. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ł/gu, 'l')
    .replace(/ß/gu, 'ss')
    .trim();
}
