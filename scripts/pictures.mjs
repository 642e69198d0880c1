// Makes the pictures of docs/pictures from what the program builds of this repository's workspace.
// Needs poppler, LibreOffice and Chromium: npm run setup:checks.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { indexedPng } from './pictures/indexed-png.mjs';
import { paintPreview } from './pictures/preview.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pictures = join(root, 'docs', 'pictures');
const mostBytes = 150_000;
const dotsPerInch = 144;

/** Picture, and the page of which document it shows; of a workbook, as LibreOffice prints it. */
const wanted = [
  { name: 'annex-page-1', language: 'en', brand: 'ovhcloud', format: 'pdf', page: 1 },
  { name: 'annex-page-2', language: 'en', brand: 'ovhcloud', format: 'pdf', page: 2 },
  { name: 'annex-french', language: 'fr', brand: 'lumella', format: 'pdf', page: 1 },
  { name: 'workbook-overview', language: 'en', brand: 'ovhcloud', format: 'xlsx', page: 1 },
  { name: 'workbook-matrix', language: 'en', brand: 'ovhcloud', format: 'xlsx', page: 2 },
  { name: 'workbook-summary', language: 'en', brand: 'ovhcloud', format: 'xlsx', page: 4 },
];

const folder = mkdtempSync(join(tmpdir(), 'annex-pictures-'));
try {
  const options = ['--product', 'private-exchange', '--language', 'en,fr', '--brand', 'ovhcloud,lumella'];
  run(process.execPath, [join(root, 'dist/cli/annex.js'), 'build', ...options, '--out', folder], root);
  const { artifacts } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  mkdirSync(pictures, { recursive: true });
  for (const { name, page, ...asked } of wanted) {
    const artifact = artifacts.find((found) => Object.keys(asked).every((key) => found[key] === asked[key]));
    const png = indexedPng(paintPage(asPdf(join(folder, artifact.path)), page));
    keep(name, png);
  }
  const workspace = join(folder, 'my-annexes');
  mkdirSync(workspace);
  keep('preview', await paintPreview(root, workspace));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function keep(name, png) {
  if (png.length > mostBytes) throw new Error(`${name}.png has ${png.length} bytes; at most ${mostBytes}.`);
  writeFileSync(join(pictures, `${name}.png`), png);
  console.log(`docs/pictures/${name}.png ${Math.round(png.length / 1000)} kB`);
}

/** The document itself, or the pages on which LibreOffice would print a workbook. */
function asPdf(path) {
  if (path.endsWith('.pdf')) return path;
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  run(
    'soffice',
    [profile, '--headless', '--convert-to', 'pdf', '--outdir', join(folder, 'sheets'), path],
    folder,
  );
  return join(folder, 'sheets', `${basename(path, '.xlsx')}.pdf`);
}

function paintPage(pdf, page) {
  const stem = join(folder, 'page');
  run('pdftoppm', ['-r', String(dotsPerInch), '-f', String(page), '-l', String(page), pdf, stem], folder);
  const painted = join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.ppm')),
  );
  const ppm = readFileSync(painted);
  rmSync(painted);
  return ppm;
}

function run(command, args, cwd) {
  execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}
