// What checking costs over parsing: `annex check` of 1,000 products x 60 rows x 2 languages against reading and parsing the
// same files alone, and whether twice the products take twice the time. In turn in one process, medians; only the ratios
// mean something.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { workspaceOf } from './check/workspace.mjs';

const from = (path) => import(new URL(`../../dist/${path}`, import.meta.url));
const { checkWorkspace } = await from('inspect.js');
const { parseTable } = await from('tables/parse.js');
const { openWorkspace } = await from('workspace/disk.js');
const { productSchema } = await from('workspace/schemas/product.js');
const { readYaml } = await from('workspace/yaml.js');

const rounds = Number(process.argv[2] ?? 5);
const scratch = mkdtempSync(join(tmpdir(), 'annex-bench-'));
try {
  const [half, whole] = [500, 1000].map(layOut);
  const spent = { half: [], whole: [], parsing: [] };
  for (let round = -1; round < rounds; round++) {
    const measured = {
      half: time(() => checkWorkspace(half.folder)),
      whole: time(() => checkWorkspace(whole.folder)),
      parsing: time(() => parse(whole)),
    };
    if (round >= 0)
      for (const [name, milliseconds] of Object.entries(measured)) spent[name].push(milliseconds);
  }
  const ratio = (a, b) => median(a.map((milliseconds, i) => milliseconds / b[i])).toFixed(2);
  console.log(`${rounds} rounds over 1,000 products x 60 rows x 2 languages, ratios, medians`);
  console.log(
    `check / parsing ${ratio(spent.whole, spent.parsing)}   1,000 / 500 products ${ratio(spent.whole, spent.half)}`,
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Writes a workspace of so many products into a folder of its own. */
function layOut(products) {
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

function time(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
