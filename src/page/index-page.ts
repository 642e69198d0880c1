import { type Element, element } from '../formats/html/node.ts';
import { writeHead } from './head.ts';
import { listFile } from './list.ts';
import type { ToldCatalogue } from './told.ts';

export const indexFile = 'index.html';

/** The name of the brand, and what the page names by its path in the site. */
export type Parts = {
  readonly name: string;
  readonly logo: string | undefined;
  readonly style: string;
  readonly scripts: readonly string[];
};

/** The page before its script has filled it; without scripts it leads to the plain table. */
export function writeIndex(catalogue: ToldCatalogue, { name, logo, style, scripts }: Parts): Element {
  const words = catalogue.words[catalogue.language]!;
  return element(
    'html',
    { lang: catalogue.language },
    writeHead({
      title: `${words['page-title']} · ${name}`,
      root: '',
      style,
      scripts,
      without: listFile,
    }),
    element(
      'body',
      {},
      element('a', { class: 'skip', href: '#products', id: 'skip' }, words['page-skip']!),
      element(
        'header',
        { class: 'top' },
        element(
          'p',
          { class: 'brand' },
          ...(logo === undefined ? [] : [element('img', { src: logo, alt: '', height: '26' })]),
          element('span', {}, name),
        ),
        element('nav', { id: 'links' }),
      ),
      element(
        'div',
        { id: 'page', class: 'page' },
        // Its script takes the place of this; where that cannot run, or never comes, the way to the files stands.
        element(
          'p',
          { class: 'waiting' },
          words['page-noscript']!,
          ' ',
          element('a', { href: listFile }, words['page-list']!),
        ),
      ),
    ),
  );
}
