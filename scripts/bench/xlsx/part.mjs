// The same workbooks by this program and by its peers: distinct, in seven languages, warm, on one core.
import { join } from 'node:path';
import { here, inTurn, median, ratio, warmTurns } from '../shared/measure.mjs';
import { Outputs } from '../shared/outputs.mjs';
import { openArtifacts } from '../shared/program.mjs';
import { withScratch } from '../shared/scratch.mjs';
import { growWorkspace } from '../workspaces/grown.mjs';
import { exceljsPress } from './exceljs.mjs';
import { compileWriter, writingWith } from './libxlsxwriter.mjs';
import { requireCells } from './read.mjs';

const render = 'Annexpress, from cells to bytes';
const whole = 'Annexpress, from the checked model to proved bytes';
const stock = 'exceljs as it comes, from cells to bytes';
const native = 'libxlsxwriter, from cells to bytes';

const nativeMissing = { what: 'gcc or libxlsxwriter', installedBy: 'bash scripts/bench/set-up.sh' };

/** Workbooks a turn: one of each language. */
const size = 7;

export const title = 'XLSX: the same workbook, warm';

export const measure = ({ quick }) => withScratch((scratch) => compare(scratch, quick ? 4 : 16));

async function compare(scratch, rounds) {
  const folder = await growWorkspace(join(scratch, 'workspace'), 2 * (rounds + warmTurns));
  const opened = await openArtifacts(folder, ['xlsx']);
  const all = opened.artifacts.map((artifact) => ({ artifact, composed: opened.compose(artifact) }));
  const outputs = new Outputs(scratch, 'xlsx', (name, { composed }, bytes) =>
    requireCells(name, composed.tree, bytes),
  );
  const writer = compileWriter(scratch);
  const costs = await inTurn(
    programsFor(opened, all, writer && writingWith(writer, join(scratch, 'native'))),
    {
      rounds,
      size,
      keep: (name, task, bytes) => outputs.take(name, task, bytes),
    },
  );
  return {
    about: `${rounds} rounds of ${size} distinct workbooks; every cell of every workbook was found in it again`,
    columns: ['', 'ms a workbook', 'of exceljs', 'kB'],
    rows: Object.entries(costs).map(([name, own]) => [
      name,
      median(own).toFixed(2),
      ratio(own, costs[stock]).toFixed(2),
      outputs.kilobytes(name),
    ]),
    ratios: [
      ...(writer ? ratiosToNative(costs) : []),
      { id: 'xlsx-time-of-exceljs', value: ratio(costs[render], costs[stock]) },
    ],
    missing: writer ? [] : [nativeMissing],
  };
}

function programsFor(opened, all, nativeTurn) {
  const [tasks, others] = [all.slice(0, all.length / 2), all.slice(all.length / 2)];
  return {
    [render]: { tasks, turn: here(({ composed }) => opened.render(composed)) },
    // Other workbooks: what is kept of one way of making them must not help the other.
    [whole]: { tasks: others, turn: here(({ artifact }) => opened.make(artifact)) },
    [stock]: { tasks, turn: here(({ composed }) => exceljsPress(composed.tree)) },
    ...(nativeTurn && { [native]: { tasks, turn: nativeTurn } }),
  };
}

/** Cells to bytes is what libxlsxwriter does; the templates and the proof come on top of it. */
function ratiosToNative(costs) {
  return [
    { id: 'xlsx-time-of-libxlsxwriter', value: ratio(costs[render], costs[native]), atMost: 2.3, aim: 1.5 },
    {
      id: 'xlsx-whole-time-of-libxlsxwriter',
      value: ratio(costs[whole], costs[native]),
      atMost: 2.3,
      aim: 1.5,
    },
    { id: 'exceljs-time-of-libxlsxwriter', value: ratio(costs[stock], costs[native]) },
  ];
}
