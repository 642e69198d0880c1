// Makes packs in this process and streams them into a hash: ours.mjs WORKSPACE COUNT pdf|whole KEPT. One in a hundred is kept in
// the folder KEPT, to be read again by who asked. Tells `{bytes}`.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askAsTheCommand, from } from '../measuring/program.mjs';
import { contractAt } from './contracts.mjs';

const [folder, count, what, kept] = process.argv.slice(2);
await askAsTheCommand();
const { openSources } = await from('runs/opening/open.js');
const { findMembers, openPress } = await from('runs/opening/press.js');
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
  const run = {
    press: { prepare: keeping(press.prepare) },
    store,
    ledger,
    onSettled: requireMade,
    locate: (found) => found,
  };
  await runPacks(contracts(), run);
}

function* contracts() {
  for (let i = 0; i < Number(count); i++) {
    const contract = contractAt(i);
    yield { id: contract.id, line: contract.line, contract, diagnostics: [] };
  }
}

/** PDFs alone, each proved to be its own contract's, as a whole pack's is. */
async function makePdfs() {
  const { proveIdentity } = await from('pack/identity.js');
  const { preparePackPdf } = await from('formats/pdf/pack/prepare.js');
  const { composeSet } = await from('make/pack.js');
  const { workshopOf } = await from('runs/opening/open.js');
  const find = findMembers(opened, catalogue, undefined);
  const known = new Map();
  for (const { contract } of contracts()) {
    const { language, members } = contract;
    const key = JSON.stringify({ language, members });
    const { composed, pdf } = known.get(key) ?? prepare(language, members);
    known.set(key, { composed, pdf });
    const bound = pdf.bind(composed.cover(contract).value);
    const wrong = proveIdentity(pdf.readCover(bound), contract, [], []);
    if (wrong.length > 0) throw new Error(wrong[0]);
    take(bound.pieces);
  }

  function prepare(language, members) {
    const orders = members.map((member) => find(member, language).order);
    const brand = workshopOf(opened, catalogue).brands.get(orders[0].artifact.brand);
    const words = localizeWords(catalogue, language);
    const set = { language, brand, words, orders };
    const composed = composeSet(workshopOf(opened, catalogue), templates, set).value;
    const nobody = composed.cover({ id: 'C-0', customer: 'A', date: '2000-01-01', columns: {} }).value;
    return { composed, pdf: preparePackPdf(composed.body, nobody) };
  }
}

/** As a press makes sets, whose packs are kept now and then. */
function keeping(prepare) {
  return async (asked) => {
    const { value: set, diagnostics } = await prepare(asked);
    const bind = async (contract) => {
      const bound = await set.bind(contract);
      if (number++ % 100 === 0)
        for (const file of describePack(contract, set, bound.value)) keep(contract, file);
      return bound;
    };
    return { value: { ...set, bind }, diagnostics };
  };
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
