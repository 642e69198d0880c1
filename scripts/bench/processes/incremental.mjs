// A build of everything, then builds of a workspace in which nothing, a code or a French text changed since: whole processes.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, ratio } from '../measuring/measure.mjs';
import { installed } from '../measuring/program.mjs';
import { withScratch } from '../measuring/scratch.mjs';
import { timed } from '../measuring/whole.mjs';
import { growWorkspace, matrixOf, translationsOf } from '../workspaces/grown.mjs';

export const title = 'Builds: nothing changed, one row changed';

export const measure = ({ quick }) =>
  withScratch((scratch) => compare(scratch, quick ? 20 : 100, quick ? 3 : 7));

async function compare(folder, products, rounds) {
  await growWorkspace(folder, products);
  const cold = [build(folder)];
  const artifacts = filesOf(folder).size;
  const runs = { unchanged: [], list: [], code: [], phrase: [] };
  for (let round = 0; round < rounds; round++) {
    // Some of them in between: machines are quicker at one time than at another.
    if (round % 3 === 0) cold.push(buildAfresh(folder, `cold-${round}`));
    runs.list.push(annex(['list'], folder));
    runs.unchanged.push(changing(folder, 0, () => {}));
    runs.code.push(changing(folder, 14, () => edit(folder, matrixOf(round + 1), /,RA,(I?)$/m, turnCode)));
    runs.phrase.push(
      changing(folder, 2, () => edit(folder, translationsOf(round + 1, 'fr'), /\((\d+\.\d+)\)/, '[$1]')),
    );
  }
  const times = Object.fromEntries(
    Object.entries(runs).map(([name, own]) => [name, own.map(toMilliseconds)]),
  );
  const whole = median(cold.map(toMilliseconds));
  const colds = times.unchanged.map(() => whole);
  return {
    about: `${products} products in 7 languages, ${artifacts} artifacts; ${rounds} rounds; as many files changed as had to`,
    columns: ['', 'ms', 'of the cold build'],
    rows: [
      row('annex build, cold', cold, whole),
      row('annex build, nothing changed', runs.unchanged, whole),
      row('annex build, one code of one row changed (14 artifacts)', runs.code, whole),
      row('annex build, one French text changed (2 artifacts)', runs.phrase, whole),
      row('annex list', runs.list, whole),
    ],
    ratios: [
      { id: 'unchanged-of-cold', value: ratio(times.unchanged, colds), atMost: 1 / 20 },
      { id: 'unchanged-of-list', value: ratio(times.unchanged, times.list), atMost: 2 },
      { id: 'one-row-of-cold', value: ratio(times.code, colds), atMost: 1 / 10 },
      { id: 'one-phrase-of-cold', value: ratio(times.phrase, colds) },
    ],
    missing: [],
  };
}

/** The installed command, as a user runs it. */
const annex = (words, folder) => timed(installed[0], [...installed.slice(1), ...words], folder);

function build(folder) {
  return annex(['build'], folder);
}

/** Into a folder of its own that was not there. */
function buildAfresh(folder, name) {
  return annex(['build', '--out', join(folder, name)], folder);
}

/** Builds after a change, and requires that so many published files are others than before. */
function changing(folder, expected, change) {
  const before = filesOf(folder);
  change();
  const run = build(folder);
  const changed = [...filesOf(folder)].filter(([path, hash]) => before.get(path) !== hash);
  if (changed.length !== expected)
    throw new Error(
      `${changed.length} artifacts changed, and ${expected} had to: ${changed.slice(0, 20).join(' ')}`,
    );
  return run;
}

/** Hashes of the published artifacts by path. */
function filesOf(folder) {
  const { artifacts } = JSON.parse(readFileSync(join(folder, 'output', 'manifest.json'), 'utf8'));
  return new Map(artifacts.map(({ path, sha256 }) => [path, sha256]));
}

/** The provider's I becomes a C, and nothing an I. */
function turnCode(_, held) {
  return `,RA,${held === 'I' ? 'C' : 'I'}`;
}

function edit(folder, path, found, instead) {
  const file = join(folder, path);
  const text = readFileSync(file, 'utf8');
  const edited = text.replace(found, instead);
  if (edited === text) throw new Error(`${path} has nothing like ${found}`);
  writeFileSync(file, edited);
}

function row(name, runs, whole) {
  const milliseconds = median(runs.map(toMilliseconds));
  return [name, milliseconds.toFixed(0), (milliseconds / whole).toFixed(3)];
}

function toMilliseconds({ milliseconds }) {
  return milliseconds;
}
