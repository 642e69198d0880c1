// The command in one file: Node finds, reads and compiles some 700 modules for one annex in more time than the annex takes.
// The modules stay beside it, for the library, for threads and for types.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';

/** Packages that stay where they are installed: few commands ask for them, some load files of their own, some are optional. */
const external = [
  '@aws-sdk/*',
  '@hono/node-server',
  '@smithy/*',
  'chokidar',
  'hono',
  'mammoth',
  'markdown-it',
  'parse5',
  'pg',
  'pg-boss',
  'pino',
  'piscina',
  'prom-client',
  'unpdf',
];

/** Parts of packages that cost a command time as it starts, and do what Node does as well, or what no command asks for. */
const replaced = {
  'brotli/decompress.js': 'brotli.cjs',
  'tiny-inflate': 'inflate.cjs',
  '@noble/ciphers/aes': 'no-encryption.cjs',
};

/** How a bundled module finds what lies around the file that it was: ours beside the bundle, another's where it is installed. */
const preamble = `
const { existsSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { pathToFileURL } = require('node:url');
const dist = dirname(__dirname);
const ours = (path) => join(dist, path);
const installed = (path) => require.resolve.paths(path).map((folder) => join(folder, path)).find(existsSync);
`;

/**
 * Bundles the command of a compiled program into `cli/command.cjs`, and beside it the licences of all that is in it.
 *
 * @param dist the folder of the compiled modules
 * @param code a digest of them, so that the command need not read them for it
 */
export async function bundleCommand(dist, code) {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(dist, 'cli', 'run.js')],
    absWorkingDir: dirname(dist),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external,
    charset: 'ascii',
    alias: Object.fromEntries(
      Object.entries(replaced).map(([name, file]) => [name, join(import.meta.dirname, 'bundle', file)]),
    ),
    define: { bundledCode: JSON.stringify(code) },
    banner: { js: preamble },
    write: false,
    metafile: true,
    logLevel: 'warning',
    plugins: [{ name: 'places', setup: ({ onLoad }) => onLoad({ filter: /\.m?js$/ }, tellPlaces(dist)) }],
  });
  const folders = new Set(Object.keys(metafile.inputs).flatMap((path) => packageOf(path) ?? []));
  const licences = [...folders].sort().map((folder) => licenceOf(join(dirname(dist), folder)));
  writeFileSync(join(dist, 'cli', 'LICENCES.txt'), licences.join('\n'));
  // Whole, or not there at all: whoever runs the command meanwhile runs its modules.
  const made = join(dist, 'cli', 'command.new');
  // What loads the bundle imports for it: src/cli/compiled.ts.
  const text = outputFiles[0].text.replaceAll(/(?<![.\w])import\(/g, 'importHere(');
  writeFileSync(made, `// ${createHash('sha256').update(text).digest('hex')}\n${text}`);
  renameSync(made, join(dist, 'cli', 'command.cjs'));
}

/** Tells modules where their files lie: in a bundle, all of them would lie in one place. */
function tellPlaces(dist) {
  return ({ path }) => {
    const text = readFileSync(path, 'utf8');
    const folder = packageOf(path);
    const place =
      folder === undefined
        ? `ours(${JSON.stringify(relative(dist, path))})`
        : `installed(${JSON.stringify(path.slice(path.lastIndexOf(folder) + 'node_modules/'.length))})`;
    const url = 'import.meta.url';
    const contents = text.includes(url)
      ? // By the name of `require` esbuild finds what it takes in.
        text
          .replace(/^const require = createRequire\(import\.meta\.url\);$/m, folder ? '$&' : '')
          .replaceAll(url, `pathToFileURL(${place}).href`)
      : text.replaceAll('__dirname', `dirname(${place})`);
    return { contents: inParts(contents), loader: 'js' };
  };
}

/** zod as a namespace, of which esbuild takes what is used; as an object it would come with its messages in fifty languages. */
function inParts(text) {
  return text.replace("import { z } from 'zod';", "import * as z from 'zod';");
}

/** The folder of the package that a file is part of. */
function packageOf(path) {
  return /.*(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((found) => /^licen[cs]e(?:$|[-.])/i.test(found));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
  return `${name} ${version} (${license ?? 'as follows'})\n\n${text}\n`;
}
