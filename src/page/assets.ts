import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Beside this file; what `npm run build` compiles for the browser is in dist/ alone.
const folders = ['./browser/', '../../dist/page/browser/'];
const known = new Map<string, string>();

/** A file that every page has, whatever it lists: `page.css`, `page.js`. */
export function readAsset(name: 'page.css' | 'page.js'): string {
  const text = known.get(name) ?? readFileSync(pathOf(name), 'utf8');
  known.set(name, text);
  return text;
}

function pathOf(name: string): string {
  const paths = folders.map((folder) => fileURLToPath(new URL(folder + name, import.meta.url)));
  const found = paths.find((path) => existsSync(path));
  if (found === undefined) throw new Error(`There is no ${name}: npm run build compiles it.`);
  return found;
}
