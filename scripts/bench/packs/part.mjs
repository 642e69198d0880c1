// Contract packs by this program and by Typst: 10,000 contracts of one to three products over twenty sets, streamed into a
// hash; one in a hundred is kept and read again.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { from } from '../measuring/program.mjs';
import { withScratch } from '../measuring/scratch.mjs';
import { whole } from '../measuring/whole.mjs';
import { growWorkspace } from '../workspaces/grown.mjs';
import { contractAt, products } from './contracts.mjs';

const script = (name) => fileURLToPath(new URL(name, import.meta.url));

export const title = 'Packs: contracts of 1-3 products over 20 sets, with Typst in process';

export const measure = ({ quick }) =>
  withScratch((scratch) => compare(scratch, quick ? 2000 : 10_000, quick ? 40 : 100));

async function compare(scratch, count, typstCount) {
  const folder = await growWorkspace(join(scratch, 'workspace'), products);
  const ours = (contracts, what, kept) => {
    const words = [script('ours.mjs'), folder, String(contracts), what, join(scratch, kept)];
    const { milliseconds, megabytes, out } = whole(words, scratch);
    return { ms: milliseconds / contracts, megabytes, kilobytes: JSON.parse(out).bytes / contracts / 1000 };
  };
  const typst = (first) =>
    JSON.parse(whole([script('typst.mjs'), folder, String(first), String(typstCount)], scratch).out);
  // Forwards and backwards by turns, so that a machine that grows slower is so for both.
  const before = typst(0);
  const pdf = ours(count, 'pdf', 'none');
  const after = typst(typstCount);
  const all = ours(count, 'whole', 'kept');
  const few = ours(count / 10, 'whole', 'none');
  const verified = await verifyKept(join(scratch, 'kept'));
  const typstMs = (before.milliseconds + after.milliseconds) / 2;
  return {
    about: `${count} contracts, from the checked model to a hash; ${verified} packs were read again, each for its own customer`,
    columns: ['', 'ms a pack', 'packs a second', 'peak MB', 'kB'],
    rows: [
      row('Annexpress, PDF, A-3a and UA-1, with the files', pdf.ms, pdf.megabytes, pdf.kilobytes),
      row('Annexpress, PDF, workbook and zip, proved', all.ms, all.megabytes, all.kilobytes),
      row('Typst, PDF, tagged, A-3a, with the files', typstMs, undefined, before.kilobytes),
    ],
    ratios: [
      { id: 'packs-throughput-of-typst', value: typstMs / pdf.ms, atLeast: 10 },
      { id: 'packs-whole-throughput-of-typst', value: typstMs / all.ms },
      { id: 'packs-memory-growth', value: all.megabytes / few.megabytes, atMost: 1.3 },
    ],
    missing: [],
  };
}

function row(name, ms, megabytes, kilobytes) {
  return [name, ms.toFixed(2), (1000 / ms).toFixed(0), megabytes?.toFixed(0) ?? '', kilobytes.toFixed(0)];
}

/** Each kept pack names its contract and its customer, in PDF and workbook, and no other of those that were kept. */
async function verifyKept(folder) {
  const { readPublished } = await from('readers/read.js');
  const names = readdirSync(folder).filter((name) => /\.(?:pdf|xlsx)$/.test(name));
  const contracts = names.map((name) => contractAt(Number(/\d+/.exec(name)[0])));
  for (const [i, name] of names.entries()) {
    const { value, diagnostics } = await readPublished(readFileSync(join(folder, name)), name);
    if (value === undefined) throw new Error(`${name}: ${diagnostics[0].message}`);
    const said = textOf(value);
    const own = contracts[i];
    if (!said.includes(squash(own.id)) || !said.includes(squash(own.customer)))
      throw new Error(`${name} does not say ${own.id} and ${own.customer}`);
    const stranger = contracts.find(({ id, customer }) => id !== own.id && said.includes(squash(customer)));
    if (stranger) throw new Error(`${name} says ${stranger.customer}, which is of ${stranger.id}`);
  }
  return names.filter((name) => name.endsWith('.pdf')).length;
}

function textOf(read) {
  const lines =
    read.kind === 'pdf'
      ? read.passages.flatMap((passage) => passage.lines ?? passage.cells.flat())
      : read.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text)));
  return squash(lines.join(''));
}

function squash(text) {
  return text.replace(/\s+/gu, '');
}
