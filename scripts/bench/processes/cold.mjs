// From nothing: whole processes on this repository's own workspace, and Typst in a fresh process on the same annex.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, ratio } from '../measuring/measure.mjs';
import { openArtifacts, root } from '../measuring/program.mjs';
import { withScratch } from '../measuring/scratch.mjs';
import { annex, whole } from '../measuring/whole.mjs';
import { contentOf } from '../pdf/content.mjs';

const typst = fileURLToPath(new URL('typst-once.mjs', import.meta.url));

export const title = 'Cold starts';

export const measure = ({ quick }) => withScratch((scratch) => compare(scratch, quick ? 4 : 15));

async function compare(scratch, rounds) {
  const content = join(scratch, 'content.json');
  writeFileSync(content, JSON.stringify(await firstContent()));
  const out = join(scratch, 'output');
  const one = ['build', '-p', 'email-pro', '-l', 'en', '--out', out];
  const programs = {
    'annex --help': () => annex(['--help'], root),
    'annex list': () => annex(['list'], root),
    'annex check': () => annex(['check'], root),
    'annex build, one annex': () => afresh(out, () => annex([...one, '-f', 'pdf'], root)),
    'annex build, one workbook': () => afresh(out, () => annex([...one, '-f', 'xlsx'], root)),
    'Typst in a fresh process, one annex': () => whole([typst, content, join(scratch, 'typst.pdf')], root),
    'node alone': () => whole(['--eval', ''], root),
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
    columns: ['', 'ms', 'of Typst', 'peak MB'],
    rows: Object.keys(programs).map((name) => [
      name,
      median(times(name)).toFixed(0),
      ratio(times(name), typstTimes).toFixed(2),
      median(runs[name].map(({ megabytes }) => megabytes)).toFixed(0),
    ]),
    ratios: [
      { id: 'cold-annex-of-typst', value: ratio(times('annex build, one annex'), typstTimes), atMost: 3 },
      { id: 'help-of-node', value: ratio(times('annex --help'), times('node alone')) },
      { id: 'check-of-node', value: ratio(times('annex check'), times('node alone')) },
    ],
    missing: [],
  };
}

async function firstContent() {
  const opened = await openArtifacts(root, ['pdf']);
  return contentOf(opened.compose(opened.artifacts[0]).tree);
}

/** Into an output folder that was not there. */
function afresh(out, run) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  return run();
}
