import { type Element, element, type Html } from '../formats/html/node.ts';
import { writeHead } from './head.ts';
import { fill, sayIn } from './say.ts';
import type { ToldCatalogue, ToldEdition, ToldProduct, ToldTexts } from './told.ts';

export const listFile = 'page/list.html';

/** Every file of every edition as a plain table of links: what the page is without scripts. */
export function writeList(catalogue: ToldCatalogue, brandName: string, style: string): Element {
  const words = catalogue.words[catalogue.language]!;
  const title = `${words['page-title']} · ${brandName}`;
  return element(
    'html',
    { lang: catalogue.language },
    writeHead({ title, root: '../', style, scripts: [] }),
    element(
      'body',
      { class: 'plain' },
      element('header', { class: 'top' }, element('p', { class: 'brand' }, brandName)),
      element(
        'main',
        { class: 'page' },
        element('h1', {}, words['page-title']!),
        ...catalogue.products.map((product) => writeProduct(product, catalogue, words)),
      ),
    ),
  );
}

function writeProduct(product: ToldProduct, catalogue: ToldCatalogue, words: ToldTexts): Element {
  const { language, brandName } = product;
  const name = product.name[catalogue.language] ?? product.name[language ?? ''] ?? product.id;
  const tags = [...new Set(product.editions.flatMap(({ files }) => files.map((file) => file[1])))];
  const languages = [
    ...catalogue.languages.filter((tag) => tags.includes(tag)),
    ...tags.filter((tag) => !catalogue.languages.includes(tag)),
  ];
  const label = brandName === undefined ? name : `${name}, ${brandName}`;
  return element(
    'section',
    { id: product.key },
    element('h2', {}, label),
    element(
      'table',
      {},
      element('caption', { class: 'unseen' }, label),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('th', { scope: 'col' }, words['fact-edition']!),
          ...languages.map((tag) =>
            element('th', { scope: 'col', lang: tag }, catalogue.words[tag]?.['language-name'] ?? tag),
          ),
        ),
      ),
      element(
        'tbody',
        {},
        ...product.editions.map((edition) => writeEdition(edition, name, languages, words)),
      ),
    ),
  );
}

function writeEdition(
  edition: ToldEdition,
  product: string,
  languages: readonly string[],
  words: ToldTexts,
): Element {
  const facts = [
    ...(edition.date === undefined ? [] : [sayIn(words).effect(edition.date)]),
    ...(edition.draft ? [words['draft-mark']!] : []),
    ...(edition.superseded ? [saySuperseded(edition.superseded, words)] : []),
  ];
  return element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      edition.edition,
      ...facts.map((fact) => element('span', { class: 'fact' }, fact)),
    ),
    ...languages.map((tag) => element('td', {}, ...writeLinks(edition, tag, product))),
  );
}

function saySuperseded([edition, date]: readonly [string, string], words: ToldTexts): string {
  return fill(words['page-superseded']!, { edition, date: sayIn(words).date(date) });
}

function writeLinks({ edition, stem, files }: ToldEdition, tag: string, product: string): Html[] {
  const own = files.filter(([, language]) => language === tag);
  if (own.length === 0) return ['–'];
  return own.map(([rest, , format]) =>
    element(
      'a',
      { href: `../${stem}${rest}`, 'aria-label': `${product}, ${edition}, ${tag}, ${format.toUpperCase()}` },
      format.toUpperCase(),
    ),
  );
}
