// npm run score:import -- FOLDER: imports every page of a corpus and holds what came of it against what is known.
// FOLDER has pages/ and, with the same paths, truth/ (CSV: section_path, activity, party1..N, party_names, is_row, ...);
// MANIFEST.csv beside them may name the language of a page. Ends with 1 where the bar is missed.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { comparePage } from './score-import/compare.mjs';
import { readCorpus } from './score-import/corpus.mjs';
import { addUp, bar, meetsBar, sayPage, sayTotals } from './score-import/say.mjs';

const command = fileURLToPath(new URL('../dist/cli/annex.js', import.meta.url));
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: npm run score:import -- FOLDER');
  process.exit(2);
}

const pages = readCorpus(folder);
const scores = await inTurns(pages, availableParallelism(), async (page) =>
  comparePage(page, await importPage(page)),
);
for (const score of scores) console.log(sayPage(score));
const known = scores.filter(({ isShape }) => !isShape);
const shapes = scores.filter(({ isShape }) => isShape);
console.log(sayTotals('Pages', addUp(known)));
if (shapes.length > 0) console.log(sayTotals('Mangled pages (flags and refusals are right)', addUp(shapes)));
console.log(bar);
process.exitCode = meetsBar(addUp(known), addUp(shapes)) ? 0 : 1;

/** What the program says of a page: its report, or what it said where it printed none. */
function importPage({ path, language }) {
  const args = [
    command,
    'import',
    join(folder, 'pages', path),
    '--product',
    'scored',
    '--language',
    language,
    '--json',
  ];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args);
    let out = '';
    let err = '';
    child.stdout.on('data', (part) => (out += part));
    child.stderr.on('data', (part) => (err += part));
    child.on('close', (code) => resolve({ code, err, report: parseReport(out) }));
  });
}

function parseReport(out) {
  try {
    return JSON.parse(out);
  } catch {
    return undefined;
  }
}

/** Does something with each of a list, several at a time; results in the order of the list. */
async function inTurns(list, atOnce, act) {
  const results = [];
  let next = 0;
  const work = async () => {
    for (let at = next++; at < list.length; at = next++) results[at] = await act(list[at]);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}
