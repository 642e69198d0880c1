// How often each rule speaks about published matrices: imports the pages of a corpus, a workspace a provider, and counts
// findings. `npm run score:rules -- FOLDER` with the pages in FOLDER/pages/<provider>/<product>/<language>.md; versions of
// a page (`fr@2023.md`) are left out. A rule's name behind the folder shows its findings, to judge them by hand; what was
// judged stands, as numbers alone, in docs/rules-false-alarms.md.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { rules } from '../src/catalogue/rules/rules.ts';
import { runCommand } from '../src/cli/run.ts';
import { createPaint } from '../src/diagnostics/paint.ts';
import { checkWorkspace, listWorkspace } from '../src/index.ts';

const [corpus, shown] = process.argv.slice(2);
if (corpus === undefined) throw new Error('Name the folder of the corpus: npm run score:rules -- FOLDER');
const scratch = mkdtempSync(join(tmpdir(), 'annex-score-'));
try {
  const pages = join(corpus, 'pages');
  const scores = [];
  for (const provider of foldersIn(pages)) scores.push(await scoreProvider(join(pages, provider), provider));
  printScores(scores);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Imports the products of a provider into one workspace, and holds all rules against it. */
async function scoreProvider(folder, provider) {
  const workspace = join(scratch, provider);
  const products = foldersIn(folder).map((product) => ({ product, pages: pagesIn(join(folder, product)) }));
  const reference = mostCommon(products.flatMap(({ pages }) => pages.map(({ language }) => language)));
  for (const { product, pages } of products) {
    const inOrder = pages.toSorted(
      (a, b) => Number(b.language === reference) - Number(a.language === reference),
    );
    for (const { path, language } of inOrder) await bringIn(path, product, language, workspace);
  }
  const config = join(workspace, 'annex.yaml');
  if (products.length === 0 || !readdirSync(scratch).includes(provider))
    return { provider, rows: 0, languages: 0, found: [] };
  writeFileSync(config, `${readFileSync(config, 'utf8')}\nrules:\n${rules.map(turnOn).join('')}`);
  const listed = listWorkspace(workspace);
  const found = checkWorkspace(workspace).filter(({ rule }) => rules.some(({ id }) => id === rule));
  for (const { rule, message, place, also } of found.filter((finding) => finding.rule === shown)) {
    console.log(
      `${provider} ${rule} ${place.file}:${place.line}${also?.line ? ` ${also.file}:${also.line}` : ''} ${message}`,
    );
    console.log(`    ${textAt(workspace, place)}\n    ${also === undefined ? '' : textAt(workspace, also)}`);
  }
  const rows = listed.reduce((sum, { activities }) => sum + activities, 0);
  const translated = listed.reduce(
    (sum, { activities, languages }) => sum + activities * (languages.length - 1),
    0,
  );
  return { provider, products: listed.length, rows, translated, found };
}

/** Two-sided matrices get the same two parties, so that their products can be compared; others keep their own. */
async function bringIn(path, product, language, workspace) {
  const command = ['import', path, '--product', product, '--language', language, '--into', workspace];
  if ((await run([...command, '--parties', 'customer,provider'])) !== 0) await run(command);
}

async function run(args) {
  const silent = () => {};
  const paint = createPaint(false);
  return runCommand(args, { out: silent, err: silent, interactive: false, paintOut: paint, paintErr: paint });
}

function pagesIn(folder) {
  return readdirSync(folder)
    .filter((name) => !name.includes('@'))
    .sort()
    .map((name) => ({ path: join(folder, name), language: basename(name, extname(name)).split('-')[0] }))
    .filter(({ language }, i, all) => all.findIndex((page) => page.language === language) === i);
}

function foldersIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** The most common of some words; of equally many, the first by code unit. */
function mostCommon(words) {
  const count = (word) => words.filter((other) => other === word).length;
  return [...new Set(words)].sort().toSorted((a, b) => count(b) - count(a))[0];
}

function turnOn({ id }) {
  return `  ${id}: warning\n`;
}

function textAt(workspace, { file, line }) {
  return line === undefined ? '' : readFileSync(join(workspace, file), 'utf8').split('\n')[line - 1];
}

function printScores(scores) {
  const total = (key) => scores.reduce((sum, score) => sum + (score[key] ?? 0), 0);
  console.log(
    `${total('products')} products, ${total('rows')} activities, ${total('translated')} translated activities`,
  );
  const named = scores.filter(({ found }) => found.length > 0);
  console.log(`| Rule | Findings | ${named.map(({ provider }) => provider).join(' | ')} |`);
  console.log(`| --- | ---: |${' ---: |'.repeat(named.length)}`);
  for (const { id } of rules) {
    const counts = named.map(({ found }) => found.filter(({ rule }) => rule === id).length);
    console.log(`| \`${id}\` | ${counts.reduce((a, b) => a + b, 0)} | ${counts.join(' | ')} |`);
  }
}
