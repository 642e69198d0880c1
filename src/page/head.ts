import { type Element, element } from '../formats/html/node.ts';

/** What a page of the site begins with. */
export type Head = {
  readonly title: string;
  /** The way from the page to `index.html`: empty, or `../`. */
  readonly root: '' | '../';
  /** Path of the style sheet in the site. */
  readonly style: string;
  /** Scripts by their paths in the site, in the order in which they run. */
  readonly scripts: readonly string[];
  /** Where whoever runs no scripts is sent. */
  readonly without?: string;
};

/** Names the scripts and the style sheet of the site, and forbids the page everything else. */
export function writeHead({ title, root, style, scripts, without }: Head): Element {
  const meta = (name: string, content: string) => element('meta', { name, content });
  const link = (rel: string, href: string, type?: string) => element('link', { rel, type, href });
  return element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    meta('viewport', 'width=device-width, initial-scale=1'),
    element('title', {}, title),
    meta('color-scheme', 'light dark'),
    meta('referrer', 'no-referrer'),
    // Without it a browser asks the server for an icon.
    link('icon', 'data:,'),
    link('alternate', `${root}feed.xml`, 'application/atom+xml'),
    link('stylesheet', `${root}${style}`),
    ...(without === undefined
      ? []
      : [
          element('noscript', {}, element('meta', { 'http-equiv': 'refresh', content: `0; url=${without}` })),
        ]),
    ...scripts.map((path) => element('script', { src: `${root}${path}`, defer: '' })),
  );
}

/** Files of the site alone, from a server or, as some browsers want it said, from a folder; nothing inline. */
const own = "'self' file:";
const policy = [
  "default-src 'none'",
  `script-src ${own}`,
  `style-src ${own}`,
  `font-src ${own}`,
  `img-src ${own} data:`,
  `frame-src ${own}`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
