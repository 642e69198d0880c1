import type { ToldEdition, ToldProduct } from '../told.ts';
import { listChanges, loadChanges } from './changes.ts';
import { element } from './element.ts';
import { filesOf, keyOf, state } from './state.ts';
import { nameOfFormat, nameOfLanguage, pair, say, sayEdition, saySize } from './words.ts';

/** What changed, and the sizes and checksums of the files; filled when it is opened. */
export function writeDetails(product: ToldProduct, edition: ToldEdition): HTMLDetailsElement {
  const details = element(
    'details',
    {},
    element(
      'summary',
      { id: `details-${product.key}` },
      pair(say('page-changed'), sayEdition().changes(edition.changes)),
    ),
  );
  const open = () => {
    if (details.open) state.opened.add(product.key);
    else state.opened.delete(product.key);
    if (details.open && details.childElementCount === 1) details.append(writeMore(product, edition));
  };
  details.addEventListener('toggle', open);
  details.open = state.opened.has(product.key);
  return details;
}

function writeMore(product: ToldProduct, edition: ToldEdition): HTMLElement {
  const changed = element('div', {});
  void loadChanges(product).then((told) => {
    const found = told?.editions[keyOf(edition)];
    if (told && found) changed.append(listChanges(told, found, product));
    else changed.append(element('p', {}, sayEdition().changes(edition.changes)));
  });
  return element('div', { class: 'more' }, changed, writeSums(edition));
}

function writeSums(edition: ToldEdition): HTMLElement {
  const parts = filesOf(edition).map(([, language, format, bytes, sha256]) =>
    element(
      'div',
      {},
      element('dt', {}, `${nameOfFormat(format)}, ${nameOfLanguage(language)}`),
      element('dd', {}, saySize(bytes)),
      element('dd', {}, 'SHA-256 ', element('code', {}, sha256)),
    ),
  );
  return element('dl', { class: 'sums' }, ...parts);
}
