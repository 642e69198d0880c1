// Writes the parts of docs/ that are made from the code: what stands between <!-- made: NAME --> and <!-- end -->.
// `npm run docs` writes them; `npm run docs -- --check` only says which pages are not as they would be made.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rules } from '../src/catalogue/rules/rules.ts';
import { commands } from '../src/cli/commands.ts';
import { runCommand } from '../src/cli/run.ts';
import { annexDialect } from '../src/compose/annex/elements.ts';
import { annexShape } from '../src/compose/annex/view.ts';
import { changeShape } from '../src/compose/change/view.ts';
import { packOverviewShape } from '../src/compose/pack/view.ts';
import { helpers } from '../src/compose/template/helpers.ts';
import { workbookDialect } from '../src/compose/workbook/elements.ts';
import { workbookShape } from '../src/compose/workbook/view.ts';
import { readingFaults } from '../src/diagnostics/reading-faults.ts';
import { annexKeys } from '../src/workspace/schemas/annex.ts';
import { brandSchema } from '../src/workspace/schemas/brand.ts';
import { productSchema } from '../src/workspace/schemas/product.ts';
import { helpOf } from './docs/commands.mjs';
import { elementsOf } from './docs/elements.mjs';
import { keysOf } from './docs/keys.mjs';
import { faultsOf, rulesOf } from './docs/rules.mjs';
import { helpersTable, namesOf } from './docs/views.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const parts = {
  'annex keys': keysOf(annexKeys),
  'product keys': keysOf(productSchema),
  'brand keys': keysOf(brandSchema),
  'annex elements': elementsOf(annexDialect),
  'workbook elements': elementsOf(workbookDialect),
  'annex names': namesOf(annexShape),
  'change names': namesOf(changeShape),
  'pack names': namesOf(packOverviewShape(['site'])),
  'workbook names': namesOf(workbookShape),
  helpers: helpersTable(helpers),
  rules: rulesOf(rules),
  faults: faultsOf(readingFaults),
  'nightly script': `\`\`\`sh\n${readFileSync(join(root, 'scripts', 'nightly.sh'), 'utf8')}\`\`\``,
  commands: await helpOf(runCommand, commands),
};

const docs = join(root, 'docs');
const isCheck = process.argv.includes('--check');
const made = new Set();
const stale = readdirSync(docs)
  .filter((name) => name.endsWith('.md'))
  .filter((name) => refresh(join(docs, name)));

const unused = Object.keys(parts).filter((name) => !made.has(name));
if (unused.length > 0) throw new Error(`No page of docs/ has a place for: ${unused.join(', ')}.`);
if (isCheck && stale.length > 0) {
  console.error(
    `Not as the code makes them: ${stale.map((name) => `docs/${name}`).join(', ')}. Run npm run docs.`,
  );
  process.exitCode = 1;
} else {
  console.log(stale.length === 0 ? 'docs/ is as the code makes it.' : `Written: ${stale.join(', ')}.`);
}

/** Makes the parts of a page anew; says whether that changes it. */
function refresh(path) {
  const before = readFileSync(path, 'utf8');
  const after = before.replace(/(<!-- made: ([a-z ]+) -->\n).*?(<!-- end -->)/gs, (_, start, name, end) => {
    if (!Object.hasOwn(parts, name)) throw new Error(`${path} asks for '${name}', which is not made.`);
    made.add(name);
    return `${start}\n${parts[name]}\n\n${end}`;
  });
  if (after === before) return false;
  if (!isCheck) writeFileSync(path, after);
  return true;
}
