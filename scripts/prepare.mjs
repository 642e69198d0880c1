// Compiles src/ into dist/ and links the command, so that `npx annex` answers right after `npm ci`.
// npm does not link a project's own bin into its node_modules/.bin; without the link npx would pack and
// install the project into a cache at every change.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Script } from 'node:vm';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
// Compiled out of sight: until all of it is there, what was compiled before stands, for whoever runs it meanwhile.
const made = join(root, 'node_modules', `.dist-${process.pid}`);

// A package installed from the registry carries dist/ and no compiler: nothing to do there.
if (existsSync(compiler)) {
  compile();
  await bundle();
  linkCommand();
}

function compile() {
  const dist = join(root, 'dist');
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  compileProject('tsconfig.build.json');
  compilePage();
  compileDownloadPage();
  rmSync(dist, { recursive: true, force: true });
  renameSync(made, dist);
}

/** What is there already runs by its modules; in one file it starts sooner. */
async function bundle() {
  const dist = join(root, 'dist');
  const { bundleCommand } = await import('./bundle/command.mjs');
  const { bundleSnapshot } = await import('./bundle/snapshot.mjs');
  const from = (path) => import(pathToFileURL(join(dist, path)).href);
  const { digestCode } = await from('cache/program.js');
  const { commandsInSnapshot } = await from('cli/snapshot/commands.js');
  const code = digestCode(dist);
  await bundleCommand(dist, code);
  await bundleSnapshot(dist, code, commandsInSnapshot);
}

function compileProject(project) {
  const command = [compiler, '-p', join(root, project), '--outDir', made];
  const run = spawnSync(process.execPath, command, { stdio: 'inherit' });
  if (run.status !== 0) process.exit(run.status ?? 1);
}

/** The page of `annex dev` runs in a browser: its scripts know other types, and its other files go as they are. */
function compilePage() {
  compileProject('src/preview/page');
  const page = join('preview', 'page');
  for (const name of ['page.html', 'page.css'])
    copyFileSync(join(root, 'src', page, name), join(made, page, name));
}

/** The download page runs in a browser too, from a folder as well: its modules become one script of the plain kind. */
function compileDownloadPage() {
  compileProject('src/page/browser');
  const folder = join(made, 'page', 'browser');
  const script = joinModules(join(folder, 'main.js'));
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  writeFileSync(join(folder, 'page.js'), script);
  copyFileSync(join(root, 'src', 'page', 'browser', 'page.css'), join(folder, 'page.css'));
}

/**
 * One script of a module and all that it imports, each behind what it needs itself. They share one block, in which a name
 * that two of them declare would be a fault of syntax; so they import names as they are, and export nothing by default.
 */
function joinModules(main) {
  const joined = new Map();
  const add = (path) => {
    if (joined.has(path)) return;
    joined.set(path, '');
    const text = readFileSync(path, 'utf8');
    for (const [, name] of text.matchAll(/^import .*? from '(\.[^']+)';$/gm))
      add(resolve(dirname(path), name));
    joined.delete(path);
    joined.set(path, text.replace(/^import .*;\n/gm, '').replace(/^export (?:\{\};\n)?/gm, ''));
  };
  add(main);
  const script = `'use strict';\n{\n${[...joined.values()].join('')}}\n`;
  new Script(script);
  return script;
}

function linkCommand() {
  const target = join(root, 'dist', 'cli', 'annex.js');
  const bin = join(root, 'node_modules', '.bin');
  chmodSync(target, 0o755);
  mkdirSync(bin, { recursive: true });
  const link = join(bin, 'annex');
  rmSync(link, { force: true });
  if (process.platform === 'win32') writeFileSync(`${link}.cmd`, `@node "${target}" %*\r\n`);
  else symlinkSync(target, link);
  // Where a snapshot can be made, a launcher takes the place of the link.
  spawnSync(process.execPath, [join(root, 'dist', 'cli', 'snapshot', 'make.js'), link], { stdio: 'inherit' });
}
