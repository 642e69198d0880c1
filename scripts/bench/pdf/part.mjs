// The same annexes by this program and by its peers: distinct, in seven languages, warm, on one core.
import { writeFileSync } from 'node:fs';
import { inTurn, median, ratio, warmTurns } from '../measuring/measure.mjs';
import { Outputs } from '../measuring/outputs.mjs';
import { openArtifacts } from '../measuring/program.mjs';
import { withRacers } from '../measuring/racers.mjs';
import { withScratch } from '../measuring/scratch.mjs';
import { growWorkspace } from '../workspaces/grown.mjs';
import { chromiumOnce } from './chromium.mjs';
import { contentOf } from './content.mjs';
import { archival, contentIn, ours, programs, stock, tagged, workspaceIn } from './programs.mjs';
import { claimsOf, requireTexts } from './read.mjs';

/** Annexes a turn: one of each language. */
const size = 7;

export const title = 'PDF: the same annex, warm';

export const measure = ({ quick }) => withScratch((scratch) => compare(scratch, quick ? 4 : 16));

async function compare(scratch, rounds) {
  const contents = await layOut(scratch, warmTurns + rounds);
  const claims = new Map();
  const outputs = new Outputs((name, place, bytes) => {
    claims.set(name, claimsOf(bytes));
    return requireTexts(name, contents[place], bytes);
  });
  const module = new URL('programs.mjs', import.meta.url).href;
  const { costs, peaks } = await withRacers(
    module,
    Object.keys(programs),
    scratch,
    async (turns, peaksOf) => ({
      costs: await inTurn(turns, { rounds, size, keep: outputs.take }),
      peaks: peaksOf(),
    }),
  );
  const chromium = await chromiumOnce(workspaceIn(scratch));
  return {
    about: `${rounds} rounds of ${size} distinct annexes; every text of every annex was found in it again`,
    columns: ['', 'ms an annex', 'of Typst', 'peak MB', 'kB', 'says of itself'],
    rows: [
      ...Object.entries(costs).map(([name, own]) => [
        name,
        median(own).toFixed(1),
        ratio(own, costs[tagged]).toFixed(2),
        peaks.get(name).toFixed(0),
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

/** Writes a workspace with so many annexes of each language, and what each of them says. */
async function layOut(scratch, products) {
  const opened = await openArtifacts(await growWorkspace(workspaceIn(scratch), products), ['pdf']);
  const contents = opened.artifacts.map((artifact) => contentOf(opened.compose(artifact).tree));
  for (const [place, content] of contents.entries())
    writeFileSync(contentIn(scratch, place), JSON.stringify(content));
  return contents;
}
