// Growth with the rows of one matrix: what a row costs, from 50 to 10,000 of them.
import { join } from 'node:path';
import { median, ratio, spent } from '../measuring/measure.mjs';
import { openArtifacts } from '../measuring/program.mjs';
import { withScratch } from '../measuring/scratch.mjs';
import { growWorkspace } from '../workspaces/grown.mjs';

export const title = 'Growth with the rows of one matrix';

const formats = ['pdf', 'xlsx'];

/** Documents a turn: about as many rows in each, so that small documents are as warm as large ones. */
const documentsOf = (rows) => Math.min(20, Math.max(1, 5000 / rows));

export const measure = ({ quick }) =>
  withScratch((scratch) =>
    compare(scratch, quick ? [50, 500, 5000] : [50, 500, 5000, 10_000], quick ? 2 : 4),
  );

async function compare(scratch, sizes, rounds) {
  const workspaces = [];
  for (const rows of sizes) {
    const folder = await growWorkspace(join(scratch, String(rows)), (rounds + 1) * documentsOf(rows), {
      rows,
      languages: ['en'],
    });
    workspaces.push({ rows, opened: await openArtifacts(folder, formats) });
  }
  const costs = await costsOf(workspaces, rounds);
  const growth = (format, of) => ratio(costs[format][of], costs[format][500]);
  return {
    about: `${rounds} rounds of distinct documents of about as many rows in all, in English; thousandths of a ms a row`,
    columns: ['rows', ...formats, ...formats.map((format) => `${format}, of 500 rows`)],
    rows: sizes.map((rows) => [
      String(rows),
      ...formats.map((format) => (median(costs[format][rows]) * 1000).toFixed(0)),
      ...formats.map((format) => growth(format, rows).toFixed(2)),
    ]),
    ratios: formats.map((format) => ({
      id: `${format}-row-of-5000-to-500`,
      value: growth(format, 5000),
      atMost: 1.3,
    })),
    missing: [],
  };
}

/** Milliseconds a row by format and size. Each round makes other products in each size; the first does not count. */
async function costsOf(workspaces, rounds) {
  const costs = Object.fromEntries(formats.map((format) => [format, {}]));
  for (let round = 0; round <= rounds; round++)
    for (const { rows, opened } of workspaces)
      for (const format of formats) {
        const milliseconds = await makeTurn(opened, format, round, documentsOf(rows));
        if (round > 0) costs[format][rows] = [...(costs[format][rows] ?? []), milliseconds / rows];
      }
  return costs;
}

/** Milliseconds a document. */
async function makeTurn(opened, format, round, count) {
  const artifacts = opened.artifacts.filter((one) => one.format === format);
  const milliseconds = await spent(async () => {
    for (const artifact of artifacts.slice(round * count, (round + 1) * count)) await opened.make(artifact);
  });
  return milliseconds / count;
}
