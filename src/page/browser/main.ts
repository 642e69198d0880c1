import type { ToldProduct } from '../told.ts';
import { addressOf, readAddress, writeAddress } from './address.ts';
import { Check } from './check.ts';
import { writeControls, writePageLanguage } from './controls.ts';
import { button, element, keepFocus } from './element.ts';
import { isFound } from './find.ts';
import { type Asked, writeRow } from './row.ts';
import { type Standing, sign, standingWords } from './signs.ts';
import { shownEdition, state } from './state.ts';
import { catalogue } from './told.ts';
import { Tray } from './tray.ts';
import { nameOfLanguage, say } from './words.ts';

const count = element('p', { class: 'count', role: 'status' });
const list = element('ul', { id: 'products', class: 'rows', tabindex: '-1' });
const rows = new Map<ToldProduct, HTMLLIElement>();
const check = new Check();
const tray = new Tray((product) => asked.pack(product, false));

/** What rows ask for. */
const asked: Asked = {
  language: chooseDocuments,
  edition: (product, at) => {
    state.editions.set(product.key, at);
    keepFocus(() => replaceRow(product));
    tray.show();
    search();
  },
  pack: (product, isIn) => {
    if (isIn) state.pack.add(product.key);
    else state.pack.delete(product.key);
    keepFocus(() => replaceRow(product));
    tray.show();
  },
};

readAddress();
show();
goToAddress();
addEventListener('hashchange', () => {
  // Other places of the page are not ours to say.
  if (/^#[\w-]+$/.test(location.hash)) return;
  readAddress();
  show();
  goToAddress();
});

/** Writes the whole page in the chosen languages. */
function show(): void {
  document.documentElement.lang = state.ui;
  document.title = document.title.replace(/^.*(?= · )/u, say('page-title'));
  document.getElementById('skip')!.textContent = say('page-skip');
  keepFocus(() => {
    document.getElementById('links')!.replaceChildren(...writeLinks());
    document
      .getElementById('page')!
      .replaceChildren(
        element(
          'main',
          {},
          element('h1', {}, say('page-title')),
          element('p', { class: 'lead' }, say('page-lead')),
          writeControls({ search, language: chooseDocuments }),
          element('div', { class: 'bar' }, count, writeKey()),
          list,
          check.box,
        ),
        tray.box,
      );
    check.show();
    tray.show();
    showRows();
  });
}

function writeLinks(): HTMLElement[] {
  const links = [
    ['#check', 'page-check'],
    ['feed.xml', 'page-feed'],
    ['page/list.html', 'page-list'],
  ] as const;
  const sums = ['SHA256SUMS', 'manifest.json'].map((file) =>
    element('a', { href: file, class: 'index' }, file),
  );
  return [
    ...links.map(([href, word]) => element('a', { href }, say(word))),
    ...sums,
    writePageLanguage((tag) => {
      state.ui = tag;
      state.language = tag;
      writeAddress();
      show();
    }),
  ];
}

/** What the signs mean. */
function writeKey(): HTMLElement {
  const standings: readonly Standing[] = ['reviewed', 'machine', 'stale', 'absent'];
  return element(
    'ul',
    { class: 'key' },
    ...standings.map((standing) => element('li', {}, sign(standing), say(standingWords[standing]))),
  );
}

function chooseDocuments(tag: string): void {
  state.language = tag;
  writeAddress();
  keepFocus(() => {
    document.querySelector<HTMLSelectElement>('#language')!.value = tag;
    showRows();
    tray.show();
  });
}

function showRows(): void {
  rows.clear();
  for (const product of catalogue.products) rows.set(product, writeRow(product, asked));
  list.replaceChildren(...rows.values());
  search();
}

function replaceRow(product: ToldProduct): void {
  const row = writeRow(product, asked);
  rows.get(product)?.replaceWith(row);
  rows.set(product, row);
}

/** Hides what is not looked for, and says how much is left. */
function search(): void {
  let found = 0;
  for (const [product, row] of rows) {
    row.hidden = !isFound(product);
    if (!row.hidden) found++;
  }
  const numbers = { count: String(found), all: String(catalogue.products.length) };
  count.replaceChildren(`${say('page-found', numbers)} · ${nameOfLanguage(state.language)}`);
  if (found === 0) count.append(' ', button({ class: 'link', id: 'reset' }, say('page-reset'), reset));
  writeAddress();
}

function reset(): void {
  state.query = '';
  state.standing = '';
  state.brand = '';
  show();
  document.getElementById('search')?.focus();
}

/** Brings what the address names into sight, opened. */
function goToAddress(): void {
  const product = readAddress();
  if (product === undefined) return;
  state.opened.add(product.key);
  replaceRow(product);
  const link = document.getElementById(`product-${product.key}`);
  link?.setAttribute('href', addressOf(product, shownEdition(product), state.language));
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: 'start' });
}
