// The memory of one process that makes many distinct annexes: its peak, and how much it grew after the first tenth.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withScratch } from '../measuring/scratch.mjs';
import { whole } from '../measuring/whole.mjs';
import { growWorkspace } from '../workspaces/grown.mjs';

const script = fileURLToPath(new URL('many.mjs', import.meta.url));

/** Each product comes in seven languages. */
const counts = { quick: 210, full: 2002 };

export const title = 'Memory: many distinct annexes in one process';

export const measure = ({ quick }) =>
  withScratch((scratch) => compare(scratch, quick ? counts.quick : counts.full));

async function compare(scratch, count) {
  const folder = await growWorkspace(join(scratch, 'workspace'), count / 7);
  const run = (program) => {
    const { out, megabytes } = whole([script, program, folder], scratch);
    return { ...JSON.parse(out), peak: megabytes };
  };
  const ours = run('annexpress');
  const typst = run('typst');
  return {
    about: `${count} annexes; resident memory in MB, with the workspace and its checked model`,
    columns: ['', 'at first', 'after a tenth', 'after all', 'peak'],
    rows: [row('Annexpress', ours), row('Typst, tagged, its content composed by Annexpress', typst)],
    ratios: [
      { id: 'memory-peak-megabytes', value: ours.peak, atMost: 250 },
      { id: 'memory-growth', value: ours.all / ours.tenth, atMost: 1.15 },
      { id: 'memory-of-typst', value: ours.peak / typst.peak },
    ],
    missing: [],
  };
}

function row(name, { read, tenth, all, peak }) {
  return [name, ...[read, tenth, all, peak].map((megabytes) => megabytes.toFixed(0))];
}
