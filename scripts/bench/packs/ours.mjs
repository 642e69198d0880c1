// Makes packs in this process and streams them into a hash: ours.mjs WORKSPACE COUNT pdf|whole KEPT. One in a hundred is kept in
// the folder KEPT, to be read again by who asked. Tells `{bytes}`.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { from } from '../measuring/program.mjs';
import { contractAt } from './contracts.mjs';

const [folder, count, what, kept] = process.argv.slice(2);
const { openSources } = await from('open.js');
const { findMembers, openPress } = await from('pack.js');
const { loadPackTemplates } = await from('compose/pack/templates.js');
const { localizeWords } = await from('catalogue/localize.js');
const { describePack, runPacks } = await from('pack/run.js');

const opened = openSources(folder);
const { catalogue } = opened;
const templates = loadPackTemplates(opened.overlaid, localizeWords(catalogue, catalogue.language), []).value;
const press = openPress(opened, catalogue, findMembers(opened, catalogue, undefined), templates);

const hash = createHash('sha256');
let bytes = 0;
let number = 0;
mkdirSync(kept, { recursive: true });

/** In place of a disk: takes what a run would write, and counts it. */
const store = {
  holds: async () => false,
  put: async (_, pieces) => take(pieces),
  name: async () => {},
};
const ledger = {
  ofThisRun: () => undefined,
  ofEarlierRun: () => undefined,
  last: () => undefined,
  note: () => {},
};

if (what === 'whole') await makeWhole();
else await makePdfs();
console.log(JSON.stringify({ bytes, digest: hash.digest('hex') }));

async function makeWhole() {
  const run = { press, store, ledger, onSettled: requireMade, locate: (found) => found };
  await runPacks(contracts(), run);
}

function* contracts() {
  for (let i = 0; i < Number(count); i++) {
    const contract = contractAt(i);
    yield { id: contract.id, line: contract.line, contract, diagnostics: [] };
  }
}

async function makePdfs() {
  for (const { contract } of contracts()) {
    const set = (await press.prepare(contract)).value;
    const { value, diagnostics } = await set.bind(contract);
    if (value === undefined) throw new Error(`${contract.id}: ${diagnostics[0]?.message}`);
    take(value.pdf);
    if (number++ % 100 === 0) for (const file of describePack(contract, set, value)) keep(contract, file);
  }
}

function keep({ id }, { path, pieces }) {
  writeFileSync(join(kept, `${id}${path.slice(path.lastIndexOf('.'))}`), Buffer.concat(pieces));
}

function take(pieces) {
  for (const piece of pieces) {
    hash.update(piece);
    bytes += piece.length;
  }
}

function requireMade({ contract, state, reason }) {
  if (state !== 'made') throw new Error(`${contract}: ${state}, ${reason}`);
}
