// The same annexes by this program and by its peers: distinct, in seven languages, warm, on one core.
import { join } from 'node:path';
import { here, inTurn, median, ratio, warmTurns } from '../shared/measure.mjs';
import { Outputs } from '../shared/outputs.mjs';
import { openArtifacts } from '../shared/program.mjs';
import { withScratch } from '../shared/scratch.mjs';
import { growWorkspace } from '../workspaces/grown.mjs';
import { chromiumOnce } from './chromium.mjs';
import { contentOf } from './content.mjs';
import { pdfmakePress } from './pdfmake.mjs';
import { claimsOf, requireTexts } from './read.mjs';
import { typstPress } from './typst.mjs';

const ours = 'Annexpress, tagged, A-3a and UA-1, with the files';
const tagged = 'Typst, tagged';
const archival = 'Typst, tagged, A-3a, with the files';
const stock = 'pdfmake as it comes, no tags';

/** Annexes a turn: one of each language. */
const size = 7;

export const title = 'PDF: the same annex, warm';

export const measure = ({ quick }) => withScratch((scratch) => compare(scratch, quick ? 4 : 16));

async function compare(scratch, rounds) {
  const folder = await growWorkspace(join(scratch, 'workspace'), 2 * (rounds + warmTurns));
  const opened = await openArtifacts(folder, ['pdf']);
  const all = opened.artifacts.map((artifact) => ({
    artifact,
    content: contentOf(opened.compose(artifact).tree),
  }));
  const claims = new Map();
  const outputs = new Outputs(scratch, 'pdf', (name, { content }, bytes) => {
    claims.set(name, claimsOf(bytes));
    return requireTexts(name, content, bytes);
  });
  const costs = await inTurn(programsFor(opened, all), {
    rounds,
    size,
    keep: (name, task, bytes) => outputs.take(name, task, bytes),
  });
  const chromium = await chromiumOnce(folder, opened.artifacts[0]);
  return {
    about: `${rounds} rounds of ${size} distinct annexes; every text of every annex was found in it again`,
    columns: ['', 'ms an annex', 'of Typst', 'kB', 'says of itself'],
    rows: [
      ...Object.entries(costs).map(([name, own]) => [
        name,
        median(own).toFixed(1),
        ratio(own, costs[tagged]).toFixed(2),
        outputs.kilobytes(name),
        claims.get(name),
      ]),
      ...chromium.rows,
    ],
    ratios: [
      { id: 'pdf-throughput-of-typst', value: ratio(costs[tagged], costs[ours]), atLeast: 1, aim: 1.3 },
      { id: 'pdf-throughput-of-typst-archival', value: ratio(costs[archival], costs[ours]) },
      { id: 'pdf-throughput-of-pdfmake', value: ratio(costs[stock], costs[ours]) },
    ],
    missing: chromium.missing,
  };
}

/** Typst remembers what it laid out, so its two ways get different annexes: neither may find the other's work done. */
function programsFor(opened, all) {
  const [tasks, others] = [all.slice(0, all.length / 2), all.slice(all.length / 2)];
  const [typst, typstArchival] = [typstPress(), typstPress('a-3a')];
  return {
    [ours]: { tasks, turn: here(({ artifact }) => opened.make(artifact)) },
    [tagged]: { tasks, turn: here(({ content }) => typst({ ...content, attachments: [] })) },
    [archival]: { tasks: others, turn: here(({ content }) => typstArchival(content)) },
    [stock]: { tasks, turn: here(({ content }) => pdfmakePress(content)) },
  };
}
