// What checking costs over parsing: `annex check` of 1,000 products x 60 rows x 2 languages against reading and parsing the
// same files alone, and whether twice the products take twice the time.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { median, ratio, spent } from '../measuring/measure.mjs';
import { from } from '../measuring/program.mjs';
import { withScratch } from '../measuring/scratch.mjs';
import { workspaceOf } from '../workspaces/many.mjs';

const { checkWorkspace } = await from('runs/inspect.js');
const { parseTable } = await from('tables/parse.js');
const { openWorkspace } = await from('workspace/disk.js');
const { productSchema } = await from('workspace/schemas/product.js');
const { readYaml } = await from('workspace/yaml.js');

export const title = 'Check: 1,000 products x 60 rows x 2 languages';

export const measure = ({ quick }) => withScratch((scratch) => compare(scratch, quick ? 2 : 5));

async function compare(scratch, rounds) {
  const [half, whole] = [500, 1000].map((products) => layOut(scratch, products));
  const programs = {
    parse: () => parse(whole),
    check: () => checkWorkspace(whole.folder),
    half: () => checkWorkspace(half.folder),
  };
  const costs = { parse: [], check: [], half: [] };
  for (let round = 0; round <= rounds; round++)
    for (const [name, run] of Object.entries(programs)) {
      const milliseconds = await spent(run);
      if (round > 0) costs[name].push(milliseconds);
    }
  return {
    about: `${rounds} rounds in one process`,
    columns: ['', 'ms'],
    rows: [
      ['read and parse', median(costs.parse).toFixed(0)],
      ['check', median(costs.check).toFixed(0)],
      ['check half of the products', median(costs.half).toFixed(0)],
    ],
    ratios: [
      { id: 'check-of-parsing', value: ratio(costs.check, costs.parse), atMost: 3 },
      { id: 'check-product-of-1000-to-500', value: ratio(costs.check, costs.half) / 2, atMost: 1.3 },
    ],
    missing: [],
  };
}

/** Writes a workspace of so many products into a folder of its own. */
function layOut(scratch, products) {
  const folder = join(scratch, String(products));
  const files = workspaceOf(products);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, paths: Object.keys(files) };
}

/** Reads every file and parses it, and does nothing with what it holds. */
function parse({ folder, paths }) {
  const workspace = openWorkspace(folder);
  for (const path of paths) {
    const file = workspace.read(path);
    if (path.endsWith('product.yaml')) readYaml(file, productSchema);
    else if (path.endsWith('.csv')) parseTable(file, { language: path.endsWith('/fr.csv') ? 'fr' : 'en' });
  }
}
