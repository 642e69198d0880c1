// What is kept of a run: all of it in results/latest.json, which git ignores, and, when asked, its ratios in history.csv.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { show } from './print.mjs';
import { root } from './program.mjs';

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const history = join(folder, 'history.csv');
const about = ['date', 'commit', 'cores', 'processor', 'node'];

/** Writes the figures of a run; gives the path. */
export function writeLatest(parts) {
  const path = join(folder, 'results', 'latest.json');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify({ format: 1, machine: machine(), parts }, null, 2)}\n`);
  return path;
}

/** Adds a line of ratios to the history; a ratio that is new gets a column of its own, one not measured stays empty. */
export function appendHistory(parts) {
  const measured = Object.fromEntries(
    parts.flatMap(({ ratios }) => ratios.map(({ id, value }) => [id, show(value)])),
  );
  const lines = existsSync(history) ? readFileSync(history, 'utf8').trimEnd().split('\n') : [];
  const known = lines[0]?.split(',') ?? about;
  const columns = [...known, ...Object.keys(measured).filter((id) => !known.includes(id))];
  const rows = lines.slice(1).map((line) => line + ','.repeat(columns.length - line.split(',').length));
  const now = { ...machine(), ...measured };
  rows.push(columns.map((column) => now[column] ?? '').join(','));
  writeFileSync(history, `${[columns.join(','), ...rows].join('\n')}\n`);
}

function machine() {
  const git = (...words) => execFileSync('git', ['-C', root, ...words], { encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--', 'src', 'templates', 'data') === '' ? '' : '+';
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: `${git('rev-parse', '--short=12', 'HEAD')}${changed}`,
    cores: availableParallelism(),
    processor: (cpus()[0]?.model ?? 'unknown').replaceAll(',', ' '),
    node: process.versions.node,
  };
}
