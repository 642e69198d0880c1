// The one script that a start-up snapshot is built from (src/cli/snapshot/main.ts).
import { copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { licencesOf } from './licences.mjs';
import { placesOf } from './places.mjs';
import { target } from './target.mjs';

/**
 * Bundles the command and its packages into `snapshot/command.cjs`: what a start-up snapshot is built from is one script, which
 * may require nothing but Node. Beside it lie the licences of the packages, and the one file of theirs that they read.
 *
 * @param dist the folder of the compiled modules
 * @param code a digest of them
 * @param commands the names of the commands that a snapshot holds; nothing else is asked of it
 */
export async function bundleSnapshot(dist, code, commands) {
  const made = join(dist, 'snapshot-being-made');
  const { metafile } = await build({
    entryPoints: [join(dist, 'cli', 'snapshot', 'main.js')],
    outfile: join(made, 'command.cjs'),
    bundle: true,
    external: ['piscina'],
    ...target,
    format: 'cjs',
    // A snapshot knows no import(): what is not in it is required, from where it is installed.
    supported: { ...target.supported, 'dynamic-import': false },
    define: { bundledCode: JSON.stringify(code) },
    banner: { js: readFileSync(new URL('head.cjs', import.meta.url), 'utf8') },
    minifyWhitespace: true,
    minifySyntax: true,
    metafile: true,
    logLevel: 'warning',
    plugins: [onlyCommands(commands), leaner(), placesOf(dist, 'bundleUrl', { withPackages: true })],
  });
  writeInAscii(join(made, 'command.cjs'));
  writeFileSync(join(made, 'LICENSES.txt'), licencesOf(Object.keys(metafile.inputs)));
  copyProfile(join(made, 'data'));
  renameSync(made, join(dist, 'snapshot'));
}

/** Leaves out what the other commands need: they are never run from a snapshot. */
function onlyCommands(commands) {
  return {
    name: 'only-commands',
    setup({ onResolve }) {
      onResolve({ filter: /\/commands\/[\w-]+\.js$/ }, ({ path }) =>
        commands.includes(basename(path, '.js')) ? undefined : { path, external: true },
      );
    },
  };
}

/**
 * Tables that packages make as they are loaded would be read by every start: those of pdfkit's encryption, which PDF/A does not
 * know, and of a Brotli written in JavaScript, where Node has its own.
 */
function leaner() {
  const standIns = {
    '@noble/ciphers/aes': 'module.exports = {};',
    'brotli/decompress.js': "module.exports = (bytes) => require('node:zlib').brotliDecompressSync(bytes);",
  };
  return {
    name: 'leaner',
    setup({ onLoad, onResolve }) {
      for (const [name, contents] of Object.entries(standIns)) {
        onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: 'stand-in' }));
        onLoad({ filter: new RegExp(`^${name}$`), namespace: 'stand-in' }, () => ({ contents }));
      }
    },
  };
}

/** With one letter beyond Latin-1, V8 would hold two bytes of each; esbuild leaves those in regular expressions. */
function writeInAscii(file) {
  const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[^\x00-\x7f]/g, escaped));
}

/** The colour profile that pdfkit reads from beside itself (MIT, with the package). */
function copyProfile(to) {
  const packages = createRequire(import.meta.url);
  const pdfkit = dirname(createRequire(packages.resolve('pdfmake')).resolve('pdfkit'));
  const name = 'sRGB_IEC61966_2_1.icc';
  mkdirSync(to);
  copyFileSync(join(pdfkit, 'data', name), join(to, name));
}
