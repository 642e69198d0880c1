// Workspaces as large as asked for, grown from this repository's own two products: real texts in all seven languages, with
// the real wording, sections and brand. Each product has a name, an edition and activities of its own, told apart by
// numbers, and leaves out other rows than its neighbours do. The same each time.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { openArtifacts, root } from '../measuring/program.mjs';

/** Every so many rows one is left out, another in each product. */
const leftOut = 12;

/**
 * Writes a workspace with so many products into a folder. `rows` repeats the activities of a product until it has so many;
 * without it, products are about as long as the real ones.
 */
export async function growWorkspace(folder, products, { rows, languages } = {}) {
  const stems = await readStems();
  const spoken = languages ?? stems.languages;
  for (const path of ['data/sections.csv', 'data/wording.csv', 'templates/brands/ovhcloud'])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  for (const language of spoken.filter((tag) => tag !== 'en')) writePhrases(folder, language, stems);
  write(folder, 'annex.yaml', configuration(spoken));
  for (let number = 1; number <= products; number++) {
    const stem = stems.products[number % stems.products.length];
    writeProduct(folder, stem, number, activitiesOf(stem, number, rows), spoken);
  }
  return folder;
}

/** Where the matrix of a product of a grown workspace lies. */
export const matrixOf = (number) => `data/products/product-${number}/matrix.csv`;

/** Where the texts of a product of a grown workspace lie in a language. */
export const translationsOf = (number, language) =>
  `data/products/product-${number}/translations/${language}.csv`;

function configuration(languages) {
  return [
    'format: 1',
    'language: en',
    `languages: [${languages.join(', ')}]`,
    'parties:',
    '  - { id: customer, name: Customer }',
    '  - { id: provider, name: Provider }',
    'brand: ovhcloud',
    'formats: [pdf, xlsx]',
    '',
  ].join('\n');
}

/** The repository's products, each in all its languages. */
async function readStems() {
  const opened = await openArtifacts(root, ['pdf']);
  const products = new Map();
  for (const artifact of opened.artifacts) {
    const { product } = opened.orderOf(artifact);
    const stem = products.get(product.id) ?? { id: product.id, texts: new Map() };
    stem.texts.set(product.language, product);
    products.set(product.id, stem);
  }
  return {
    products: [...products.values()],
    languages: [...new Set(opened.artifacts.map(({ language }) => language))],
  };
}

/** The shared phrases but for the activities, which each product words for itself. */
function writePhrases(folder, language, stems) {
  const path = `data/translations/${language}.csv`;
  const own = new Set(stems.products.flatMap((stem) => rowsOf(stem).map(({ text }) => text.en)));
  const rows = parse(readFileSync(join(root, path), 'utf8'));
  write(folder, path, csv(rows.filter(([, source]) => !own.has(source))));
}

/** `{id, section, held, text: {language: text}, note: {language: text}}`, in the order of the sections. */
function activitiesOf(stem, number, rows) {
  const all = rowsOf(stem);
  const grown = [];
  for (let round = 0; round === 0 || grown.length < (rows ?? 0); round++)
    grown.push(
      ...all
        .filter((_, index) => (index + number + round) % leftOut !== 0)
        .map((row) => ({ ...row, id: round === 0 ? row.id : `${row.id.slice(0, 55)}-${round}` })),
    );
  return grown.slice(0, rows).map((row, index) => tellApart(row, `${number}.${index + 1}`));
}

function rowsOf({ texts }) {
  return texts.get('en').sections.flatMap((section, s) =>
    section.activities.map(({ id, cells, note }, a) => {
      const inAll = (say) =>
        Object.fromEntries(
          [...texts].map(([language, { sections }]) => [language, say(sections[s].activities[a])]),
        );
      return {
        id,
        section: section.key,
        held: cells.map(({ held }) => held.join('')),
        text: inAll(({ text }) => text),
        note: note && inAll((activity) => activity.note.text),
      };
    }),
  );
}

function tellApart(row, mark) {
  const texts = Object.entries(row.text).map(([language, said]) => [language, `${said} (${mark})`]);
  return { ...row, text: Object.fromEntries(texts) };
}

function writeProduct(folder, stem, number, activities, languages) {
  const home = `data/products/product-${number}`;
  const name = (language) => `${stem.texts.get(language).name} ${number}`;
  write(folder, `${home}/product.yaml`, factsOf(stem, number, name('en')));
  write(folder, matrixOf(number), csv([matrixHeader, ...activities.map(matrixRow)]));
  if (stem.id === 'private-exchange')
    cpSync(join(root, 'data', 'products', stem.id, 'sections.csv'), join(folder, home, 'sections.csv'));
  for (const language of languages.filter((tag) => tag !== 'en')) {
    const rows = activities.map(({ id, text }) => [id, text.en, text[language], 'machine']);
    const ownName = ['product.name', name('en'), name(language), 'machine'];
    write(folder, translationsOf(number, language), csv([translationHeader, ownName, ...rows]));
  }
}

const matrixHeader = ['id', 'section', 'activity', 'note', 'customer', 'provider'];
const translationHeader = ['id', 'source', 'text', 'status'];

function matrixRow({ id, section, text, note, held }) {
  return [id, section, text.en, note?.en ?? '', ...held];
}

function factsOf(stem, number, name) {
  const { summary, updated, reference } = stem.texts.get('en');
  const [stemReference] = reference.match(/^\w+-\w+/);
  return [
    `name: ${name}`,
    `edition: 2026-${number}`,
    `updated: ${updated}`,
    `reference: ${stemReference}-${number}`,
    `summary: ${JSON.stringify(summary)}`,
    '',
  ].join('\n');
}

function csv(rows) {
  return rows.map((row) => `${row.map(quote).join(',')}\n`).join('');
}

function quote(cell) {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function write(folder, path, text) {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
