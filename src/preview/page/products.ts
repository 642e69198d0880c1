import type { ToldProduct } from '../told.ts';
import { addressOf, type Choice, views } from './choice.ts';
import { byId, element } from './element.ts';
import { nameOfLanguage } from './languages.ts';

/** From how many products on it is quicker to type a name than to look for it. */
const many = 9;

/** Lists the products, each with a link for every language, in the view that is looked at. */
export function listProducts(products: readonly ToldProduct[], choice: Choice | undefined): void {
  const find = byId<HTMLInputElement>('find');
  find.parentElement!.hidden = products.length < many;
  const items = products.map((product) => listProduct(product, choice));
  byId('products').replaceChildren(...items);
  find.oninput = () => narrow(products, items, find.value);
  narrow(products, items, find.value);
}

function listProduct(product: ToldProduct, choice: Choice | undefined): HTMLLIElement {
  const { id, name, edition, draft, languages } = product;
  const isChosen = choice?.product === id;
  const links = languages.map((language) =>
    element(
      'li',
      {},
      element(
        'a',
        {
          href: addressOf({ product: id, language, view: choice?.view ?? views[0] }),
          'aria-label': `${language}: ${name}, ${nameOfLanguage(language)}`,
          'aria-current': isChosen && choice.language === language ? 'page' : undefined,
          'data-choice': '',
        },
        language,
      ),
    ),
  );
  return element(
    'li',
    { class: isChosen ? 'chosen' : undefined },
    element('p', { class: 'product' }, name),
    element('p', { class: 'edition' }, `${id} · ${edition}${draft ? ' · draft' : ''}`),
    element('ul', {}, ...links),
  );
}

function narrow(products: readonly ToldProduct[], items: readonly HTMLElement[], typed: string): void {
  const wanted = typed.trim().toLowerCase();
  products.forEach(({ id, name }, i) => {
    items[i]!.hidden = !`${id} ${name}`.toLowerCase().includes(wanted);
  });
}
