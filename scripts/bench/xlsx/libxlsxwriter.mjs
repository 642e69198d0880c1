// libxlsxwriter, through a small C program that is compiled here: it writes a turn's workbooks one after the other and tells
// what each took.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ordersIn } from './programs.mjs';

const source = fileURLToPath(new URL('write.c', import.meta.url));

/** A turn of libxlsxwriter; undefined where there is no compiler or no library. */
export function libxlsxwriterTurn(scratch) {
  const out = join(scratch, 'native');
  const program = join(out, 'write');
  mkdirSync(out);
  const compiled = spawnSync('gcc', ['-O2', '-o', program, source, '-lxlsxwriter']);
  if (compiled.status !== 0) return undefined;
  return (places) =>
    writeWorkbooks(
      program,
      out,
      places.map((place) => ordersIn(scratch, place)),
    );
}

/** The first workbook is written twice: once to be warm. */
function writeWorkbooks(program, out, orders) {
  const run = spawnSync(program, [out, orders[0], ...orders], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  const [, ...spent] = run.stdout.trim().split('\n').map(Number);
  return {
    milliseconds: spent.reduce((sum, one) => sum + one, 0),
    outputs: orders.map((path) => readFileSync(join(out, `${basename(path)}.xlsx`))),
  };
}
