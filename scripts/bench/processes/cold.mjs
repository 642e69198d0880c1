// From nothing: whole processes on a workspace that they never saw, and Typst in a fresh process on the same annex.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, ratio } from '../measuring/measure.mjs';
import { command, installed, openArtifacts } from '../measuring/program.mjs';
import { withScratch } from '../measuring/scratch.mjs';
import { timed } from '../measuring/whole.mjs';
import { contentOf } from '../pdf/content.mjs';
import { growWorkspace } from '../workspaces/grown.mjs';

const typst = fileURLToPath(new URL('typst-once.mjs', import.meta.url));

export const title = 'Cold starts';

export const measure = ({ quick }) => withScratch((scratch) => compare(scratch, quick ? 4 : 15));

async function compare(scratch, rounds) {
  // Two products in seven languages, as this repository has; their texts are others.
  const folder = await growWorkspace(join(scratch, 'workspace'), 2);
  const { artifact, tree } = await firstOf(folder);
  const content = join(scratch, 'content.json');
  writeFileSync(content, JSON.stringify(contentOf(tree)));
  const out = join(scratch, 'output');
  const annex = (...words) => timed(installed[0], [...installed.slice(1), ...words], folder);
  const node = (...words) => timed(process.execPath, words, folder);
  const one = (format) => [
    'build',
    '-p',
    artifact.product,
    '-l',
    artifact.language,
    '-f',
    format,
    '--out',
    out,
  ];
  const programs = {
    'annex --help': () => annex('--help'),
    'annex list': () => annex('list'),
    'annex check': () => annex('check'),
    'annex build, one annex': () => afresh(out, () => annex(...one('pdf'))),
    'annex build, one annex, without a snapshot': () => afresh(out, () => node(command, ...one('pdf'))),
    'annex build, one workbook': () => afresh(out, () => annex(...one('xlsx'))),
    'Typst in a fresh process, one annex': () => node(typst, content, join(scratch, 'typst.pdf')),
    'node alone': () => node('--eval', ''),
  };
  const runs = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let round = -1; round < rounds; round++)
    for (const [name, run] of Object.entries(programs)) {
      const used = run();
      if (round >= 0) runs[name].push(used);
    }
  const times = (name) => runs[name].map(({ milliseconds }) => milliseconds);
  const typstTimes = times('Typst in a fresh process, one annex');
  return {
    about: `${rounds} rounds, each from an empty output folder`,
    columns: ['', 'ms', 'of Typst'],
    rows: Object.keys(programs).map((name) => [
      name,
      median(times(name)).toFixed(0),
      ratio(times(name), typstTimes).toFixed(2),
    ]),
    ratios: [
      { id: 'cold-annex-of-typst', value: ratio(times('annex build, one annex'), typstTimes), atMost: 3 },
      {
        id: 'cold-annex-plain-of-typst',
        value: ratio(times('annex build, one annex, without a snapshot'), typstTimes),
      },
      { id: 'help-of-node', value: ratio(times('annex --help'), times('node alone')) },
      { id: 'check-of-node', value: ratio(times('annex check'), times('node alone')) },
    ],
    missing: [],
  };
}

async function firstOf(folder) {
  const opened = await openArtifacts(folder, ['pdf']);
  const [artifact] = opened.artifacts;
  return { artifact, tree: opened.compose(artifact).tree };
}

/** Into an output folder that was not there. */
function afresh(out, run) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  return run();
}
