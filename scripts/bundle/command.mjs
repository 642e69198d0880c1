// The command in few files: Node finds, reads and compiles its 400 modules in more time than it needs for one annex. The modules
// stay beside them, for the library, for threads and for types.
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { placesOf } from './places.mjs';
import { target } from './target.mjs';

/**
 * Bundles the command of a compiled program into `bundle/run.mjs`, and what only some commands need into files beside it.
 * Packages stay where they are installed.
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
    ...target,
    format: 'esm',
    define: { bundledCode: JSON.stringify(code) },
    logLevel: 'warning',
    plugins: [placesOf(dist, 'import.meta.url', { withPackages: false })],
  });
  // Whole, or not there at all: whoever runs the command meanwhile runs its modules.
  renameSync(made, join(dist, 'bundle'));
}
