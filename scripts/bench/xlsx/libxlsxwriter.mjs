// libxlsxwriter, through a small C program that is compiled here: it writes a turn's workbooks one after the other and tells
// what each took.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ordersOf } from './orders.mjs';

const source = fileURLToPath(new URL('write.c', import.meta.url));

/** The compiled program in a folder; undefined where there is no compiler or no library. */
export function compileWriter(folder) {
  const program = join(folder, 'write');
  const run = spawnSync('gcc', ['-O2', '-o', program, source, '-lxlsxwriter'], { encoding: 'utf8' });
  return run.status === 0 ? program : undefined;
}

/** A turn of the compiled program in a folder of its own. The first workbook is written twice: once to be warm. */
export function writingWith(program, folder) {
  mkdirSync(folder, { recursive: true });
  return (tasks) => {
    const paths = tasks.map((_, i) => join(folder, `orders-${i}`));
    for (const [i, { composed }] of tasks.entries()) writeFileSync(paths[i], ordersOf(composed.tree));
    const run = spawnSync(program, [folder, paths[0], ...paths], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
    const [, ...spent] = run.stdout.trim().split('\n').map(Number);
    return {
      milliseconds: spent.reduce((sum, one) => sum + one, 0),
      outputs: paths.map((path) => readFileSync(`${path}.xlsx`)),
    };
  };
}
