import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the page: where it lies and what it is. */
export type Asset = { readonly path: string; readonly mediaType: string };

// Beside this file; the scripts, which `npm run build` compiles for the browser, are in dist/ alone.
const folders = ['./page/', '../../dist/preview/page/'].map((url) =>
  fileURLToPath(new URL(url, import.meta.url)),
);
const require = createRequire(import.meta.url);

const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  ttf: 'font/ttf',
};

/** What the page takes from packages: pdf.js, as unpdf ships it, and the neutral brand's fonts. */
const packaged: Readonly<Record<string, () => string>> = {
  'pdfjs.mjs': () => join(dirname(require.resolve('unpdf')), 'pdfjs.mjs'),
  'sans-400.ttf': () => font('sans', '400Regular'),
  'sans-600.ttf': () => font('sans', '600SemiBold'),
  'serif-600.ttf': () => font('serif', '600SemiBold'),
};

function font(face: 'sans' | 'serif', weight: string): string {
  const [name, file] =
    face === 'sans' ? ['source-sans-3', 'SourceSans3'] : ['source-serif-4', 'SourceSerif4'];
  return require.resolve(`@expo-google-fonts/${name}/${weight}/${file}_${weight}.ttf`);
}

/** The file of the page that has this name; undefined where there is none. */
export function assetAt(name: string): Asset | undefined {
  const [, ending = ''] = /^[a-z][a-z0-9-]*\.(\w+)$/.exec(name) ?? [];
  const mediaType = mediaTypes[ending];
  if (mediaType === undefined) return undefined;
  const paths = [packaged[name]?.(), ...folders.map((folder) => join(folder, name))];
  const path = paths.find((candidate) => candidate !== undefined && existsSync(candidate));
  return path === undefined ? undefined : { path, mediaType };
}
