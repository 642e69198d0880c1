import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';

/**
 * Tells a module of the bundle where its file lies: in a bundle, all of them lie in one place.
 *
 * @param dist the folder of the compiled modules; the bundle lies in a folder in it
 * @param bundle an expression for the URL of the bundle
 * @param withPackages whether packages are in the bundle: then what a module requires by its name is put in as well
 */
export function placesOf(dist, bundle, { withPackages }) {
  return {
    name: 'places',
    setup({ onLoad }) {
      onLoad({ filter: /\.m?js$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        if (!text.includes('import.meta.url')) return undefined;
        const seen = withPackages && /\brequire\('/.test(text) ? text.replace(ownRequire, '') : text;
        return { contents: seen.replaceAll('import.meta.url', placeOf(path, dist, bundle)), loader: 'js' };
      });
    },
  };
}

/** A bundler puts in what is required of it, and not what is required of a function of the module's own. */
const ownRequire = /^const require = createRequire\(import\.meta\.url\);$/m;

/** A package is looked for from the bundle upwards, as Node looks for it (head.cjs). */
function placeOf(path, dist, bundle) {
  const [, inPackage] = /^.*\/node_modules\/(.*)$/.exec(path.replaceAll('\\', '/')) ?? [];
  if (inPackage !== undefined) return `urlInPackages(${JSON.stringify(inPackage)})`;
  return `new URL(${JSON.stringify(`../${relative(dist, path).replaceAll('\\', '/')}`)}, ${bundle}).href`;
}
