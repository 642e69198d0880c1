// Growth with products: whole processes over 10 to 1,000 of them, in one language.
import { join } from 'node:path';
import { withScratch } from '../measuring/scratch.mjs';
import { annex } from '../measuring/whole.mjs';
import { growWorkspace } from '../workspaces/grown.mjs';

export const title = 'Growth with products';

export const measure = ({ quick }) =>
  withScratch((scratch) => compare(scratch, quick ? [10, 100] : [10, 100, 1000]));

async function compare(scratch, counts) {
  const measured = [];
  for (const count of counts) {
    const folder = await growWorkspace(join(scratch, String(count)), count, { languages: ['en'] });
    measured.push({
      count,
      list: annex(['list'], folder),
      check: annex(['check'], folder),
      build: annex(['build'], folder),
    });
  }
  const idle = annex(['--version'], scratch).milliseconds;
  const each = ({ count, ...runs }, name) => (runs[name].milliseconds - idle) / count;
  const [last, before] = [measured.at(-1), measured.at(-2)];
  return {
    about:
      'whole processes less the start; ms a product of about 40 rows, annex and workbook; peak MB of the build',
    columns: ['products', 'list', 'check', 'build', 'MB'],
    rows: measured.map((one) => [
      String(one.count),
      each(one, 'list').toFixed(2),
      each(one, 'check').toFixed(2),
      each(one, 'build').toFixed(1),
      one.build.megabytes.toFixed(0),
    ]),
    ratios: ['list', 'check', 'build'].map((name) => ({
      id: `${name}-product-of-${last.count}-to-${before.count}`,
      value: each(last, name) / each(before, name),
    })),
    missing: [],
  };
}
