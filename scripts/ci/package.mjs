// Packs the program, installs the package into an empty folder as a user would, and builds a workspace there.
// Says how large the package is, and how large what it brings along.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** All that the package may hold. */
const allowed = [
  /^(?:package\.json|README\.md|LICENSE|GLOSSARY\.md)$/,
  /^dist\/(?!worlds\/)(?!.*(?:\.test\.|fixture[./])).+\.(?:js|d\.ts)$/,
  /^dist\/bundle\/[\w-]+\.mjs$/,
  /^dist\/snapshot\/(?:command\.cjs|LICENSES\.txt|data\/sRGB_IEC61966_2_1\.icc)$/,
  /^dist\/preview\/page\/page\.(?:css|html)$/,
  /^dist\/page\/browser\/page\.css$/,
  /^docs\/[\w-]+\.md$/,
  /^docs\/fleet\/[\w-]*(?:Dockerfile|\.env|\.json|\.sql|\.yaml)$/,
  /^scripts\/nightly\.sh$/,
  /^data\/(?:wording\.csv|negations\.csv|translations\/[\w-]+\.csv)$/,
  /^templates\/(?:[\w-]+\.hbs|partials\/[\w-]+\.hbs|brands\/neutral\/.+)$/,
];
/** What it could not do without. */
const needed = [
  'dist/bundle/run.mjs',
  'dist/snapshot/command.cjs',
  'dist/snapshot/LICENSES.txt',
  'dist/index.js',
  'dist/index.d.ts',
  'dist/cli/annex.js',
  'dist/page/browser/page.css',
  'dist/page/browser/page.js',
  'dist/preview/page/main.js',
  'dist/preview/page/page.css',
  'dist/preview/page/page.html',
  'scripts/nightly.sh',
  'data/negations.csv',
  'data/wording.csv',
  'templates/annex.hbs',
  'templates/change-workbook.hbs',
  'templates/change.hbs',
];

const folder = mkdtempSync(join(tmpdir(), 'annex-package-'));
const user = join(folder, 'user');
try {
  const { tarball, size } = pack();
  install(tarball);
  checkLauncher();
  buildWorkspace();
  checkTypes();
  const installed = join(user, 'node_modules');
  console.log(
    `package ${kilobytes(size)}; installed ${kilobytes(sizeOf(installed))} in ${countPackages(installed)} packages`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Packs what `npm ci` compiled. */
function pack() {
  const [packed] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], '.'),
  );
  const paths = packed.files.map(({ path }) => path);
  const surplus = paths.filter((path) => !allowed.some((pattern) => pattern.test(path)));
  const missing = needed.filter((path) => !paths.includes(path));
  if (surplus.length > 0) fail(`The package holds what it should not:\n  ${surplus.join('\n  ')}`);
  if (missing.length > 0) fail(`The package lacks:\n  ${missing.join('\n  ')}`);
  return { tarball: join(folder, packed.filename), size: packed.size };
}

function install(tarball) {
  mkdirSync(user);
  writeFileSync(join(user, 'package.json'), '{ "private": true, "type": "module" }\n');
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', tarball], user);
}

/** That a snapshot was made as the package was installed, where Node can make one, and that the command starts from it. */
function checkLauncher() {
  if (process.platform === 'win32' || !process.version.startsWith('v20.')) return;
  const installed = join(user, 'node_modules', 'annexpress', 'dist');
  if (!existsSync(join(installed, 'snapshot', 'annex.blob'))) fail('No snapshot was made.');
  const launcher = readFileSync(join(installed, 'cli', 'annex.js'), 'utf8');
  if (!launcher.startsWith('#!/bin/sh\n')) fail('The launcher is not in its place.');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const start of [
    ['npx', 'annex'],
    [process.execPath, join(installed, 'cli', 'annex.js')],
  ]) {
    const said = run(start[0], [...start.slice(1), '--version'], user);
    if (said !== `${version}\n`) fail(`${start.join(' ')} --version said ${said}`);
  }
}

/** What the README asks a new user to do. */
function buildWorkspace() {
  run('npx', ['annex', 'init'], user);
  run('npx', ['annex', 'build'], user);
  const { artifacts } = JSON.parse(readFileSync(join(user, 'output', 'manifest.json'), 'utf8'));
  const formats = [...new Set(artifacts.map(({ format }) => format))].sort().join(' ');
  if (formats !== 'pdf xlsx') fail(`Expected a PDF and a workbook, found: ${formats || 'nothing'}.`);
  const absent = artifacts.filter(({ path }) => !existsSync(join(user, 'output', path)));
  if (absent.length > 0)
    fail(`The manifest lists what is not there: ${absent.map(({ path }) => path).join(', ')}`);
}

/** The types of the library, read by a strict compiler that skips nothing. */
function checkTypes() {
  const source = `import { memoryWorkspace, renderArtifact } from 'annexpress';
const annex = await renderArtifact(memoryWorkspace({}), { product: 'mail', language: 'en' });
const bytes: Uint8Array | undefined = annex.value?.bytes;
export { bytes };
`;
  writeFileSync(join(user, 'consumer.ts'), source);
  const compiler = resolve('node_modules/typescript/bin/tsc');
  run(
    process.execPath,
    [compiler, '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', 'consumer.ts'],
    user,
  );
}

function run(command, args, cwd) {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (fault) {
    fail(`${command} ${args.join(' ')} failed:\n${fault.stdout ?? ''}${fault.stderr ?? ''}`);
  }
}

function sizeOf(path) {
  const stats = lstatSync(path);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

function countPackages(path) {
  return Object.keys(JSON.parse(readFileSync(join(path, '.package-lock.json'), 'utf8')).packages).length;
}

function kilobytes(bytes) {
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${Math.round(bytes / 1_000_000)} MB`;
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
  throw new Error(message.split('\n')[0]);
}
