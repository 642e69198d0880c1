// The bench: `npm run bench` measures all parts, `npm run bench -- pdf xlsx` some. `--quick` takes fewer rounds, `--record`
// adds the ratios to history.csv. Every claim about speed comes from here; none is a test. docs/speed.md tells what it means.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { askPinned, unpinned } from './measuring/pinned.mjs';
import { printPart } from './measuring/print.mjs';
import { appendHistory, writeLatest } from './measuring/record.mjs';

const parts = {
  pdf: 'pdf/part.mjs',
  xlsx: 'xlsx/part.mjs',
  incremental: 'processes/incremental.mjs',
  cold: 'processes/cold.mjs',
  memory: 'processes/memory.mjs',
  packs: 'packs/part.mjs',
  fleet: 'fleet/part.mjs',
  rows: 'growth/rows.mjs',
  products: 'growth/products.mjs',
  check: 'growth/check.mjs',
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, record: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`No part '${unknown[0]}'; there are ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
if (values.quick && values.record) {
  console.error('A quick run is too rough to be recorded.');
  process.exit(2);
}

// The peers are a package of their own, which users never install.
const folder = fileURLToPath(new URL('.', import.meta.url));
if (!existsSync(new URL('node_modules', import.meta.url))) {
  const { status } = spawnSync('npm', ['ci'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(3);
}

const measured = [];
for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
  const child = [`${folder}measuring/child.mjs`, parts[name], JSON.stringify({ quick: values.quick })];
  const part = await askPinned(child);
  measured.push({ name, ...part });
  console.log(printPart(part));
}
for (const what of unpinned) console.log(`SKIPPED, not found: ${what}`);
console.log(`\nWritten to ${writeLatest(measured)}`);
if (values.record) appendHistory(measured);
// Where the tools of the checks are, what they install must have been measured.
const lacking = measured
  .flatMap(({ missing }) => missing)
  .some(({ installedBy }) => installedBy === 'npm run setup:checks');
if (process.env.CI === 'true' && lacking) process.exitCode = 1;
