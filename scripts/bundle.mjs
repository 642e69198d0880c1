// The command in few files: Node finds, reads and compiles its 400 modules in more time than it needs for one annex. The modules
// stay beside them, for the library, for threads and for types; packages stay where they are installed.
import { renameSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles the command of a compiled program into `bundle/run.mjs`, and what only some commands need into files beside it.
 *
 * @param dist the folder of the compiled modules
 * @param code a digest of them, so that the command need not read them for it
 */
export async function bundleCommand(dist, code) {
  const made = join(dist, 'bundle-being-made');
  await build({
    entryPoints: [join(dist, 'cli', 'run.js')],
    outdir: made,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    define: { bundledCode: JSON.stringify(code) },
    logLevel: 'warning',
    plugins: [{ name: 'places', setup: ({ onLoad }) => onLoad({ filter: /\.js$/ }, tellPlace(dist)) }],
  });
  // Whole, or not there at all: whoever runs the command meanwhile runs its modules.
  renameSync(made, join(dist, 'bundle'));
}

/** Tells a module where its file lies: in the bundle, all of them would lie in one place. */
function tellPlace(dist) {
  return async ({ path }) => {
    const file = JSON.stringify(`../${relative(dist, path).replaceAll('\\', '/')}`);
    const place = `new URL(${file}, import.meta.url).href`;
    return { contents: (await readFile(path, 'utf8')).replaceAll('import.meta.url', place), loader: 'js' };
  };
}
