// The same workbooks by this program and by its peers: distinct, in seven languages, warm, on one core.
import { writeFileSync } from 'node:fs';
import { inTurn, median, ratio, warmTurns } from '../measuring/measure.mjs';
import { Outputs } from '../measuring/outputs.mjs';
import { openArtifacts } from '../measuring/program.mjs';
import { withRacers } from '../measuring/racers.mjs';
import { withScratch } from '../measuring/scratch.mjs';
import { growWorkspace } from '../workspaces/grown.mjs';
import { cellsOf } from './cells.mjs';
import { libxlsxwriterTurn } from './libxlsxwriter.mjs';
import { ordersOf } from './orders.mjs';
import { cellsIn, native, ordersIn, programs, render, stock, whole, workspaceIn } from './programs.mjs';
import { requireCells } from './read.mjs';

const nativeMissing = { what: 'gcc or libxlsxwriter', installedBy: 'bash scripts/bench/set-up.sh' };

/** Workbooks a turn: one of each language. */
const size = 7;

export const title = 'XLSX: the same workbook, warm';

export const measure = ({ quick }) => withScratch((scratch) => compare(scratch, quick ? 4 : 16));

async function compare(scratch, rounds) {
  const workbooks = await layOut(scratch, warmTurns + rounds);
  const outputs = new Outputs((name, place, bytes) => requireCells(name, workbooks[place], bytes));
  const nativeTurn = libxlsxwriterTurn(scratch);
  const module = new URL('programs.mjs', import.meta.url).href;
  const { costs, peaks } = await withRacers(
    module,
    Object.keys(programs),
    scratch,
    async (turns, peaksOf) => {
      const all = { ...turns, ...(nativeTurn && { [native]: nativeTurn }) };
      return { costs: await inTurn(all, { rounds, size, keep: outputs.take }), peaks: peaksOf() };
    },
  );
  return {
    about: `${rounds} rounds of ${size} distinct workbooks; every cell of every workbook was found in it again`,
    columns: ['', 'ms a workbook', 'of exceljs', 'peak MB', 'kB'],
    rows: Object.entries(costs).map(([name, own]) => [
      name,
      median(own).toFixed(2),
      ratio(own, costs[stock]).toFixed(2),
      peaks.get(name)?.toFixed(0) ?? '',
      outputs.kilobytes(name),
    ]),
    ratios: [
      ...(nativeTurn ? ratiosToNative(costs) : []),
      { id: 'xlsx-time-of-exceljs', value: ratio(costs[render], costs[stock]) },
    ],
    missing: nativeTurn ? [] : [nativeMissing],
  };
}

/** Cells to bytes is what libxlsxwriter does; the templates and the proof come on top of it. */
function ratiosToNative(costs) {
  const target = { atMost: 2.3, aim: 1.5 };
  return [
    { id: 'xlsx-time-of-libxlsxwriter', value: ratio(costs[render], costs[native]), ...target },
    { id: 'xlsx-whole-time-of-libxlsxwriter', value: ratio(costs[whole], costs[native]), ...target },
    { id: 'exceljs-time-of-libxlsxwriter', value: ratio(costs[stock], costs[native]) },
  ];
}

/** Writes a workspace with so many workbooks of each language, and the cells of each. */
async function layOut(scratch, products) {
  const opened = await openArtifacts(await growWorkspace(workspaceIn(scratch), products), ['xlsx']);
  const workbooks = opened.artifacts.map((artifact) => cellsOf(opened.compose(artifact).tree));
  for (const [place, workbook] of workbooks.entries()) {
    writeFileSync(cellsIn(scratch, place), JSON.stringify(workbook));
    writeFileSync(ordersIn(scratch, place), ordersOf(workbook));
  }
  return workbooks;
}
