import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Watch, watchSources } from './watch.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'annex-watch-')));
let watch: Watch | undefined;
afterEach(async () => {
  await watch?.close();
  rmSync(root, { recursive: true, force: true });
});

/** Watches a folder with one product, does something to it, and gives every path that was named until `last` was. */
async function pathsAfter(act: () => void, last: string): Promise<string[]> {
  mkdirSync(join(root, 'data', 'products', 'mail'), { recursive: true });
  mkdirSync(join(root, 'output'));
  writeFileSync(join(root, 'data/products/mail/matrix.csv'), 'id\n');
  const paths: string[] = [];
  watch = await watchSources(root, (changed) => paths.push(...changed));
  act();
  await vi.waitFor(() => expect(paths).toContain(last), { timeout: 10_000 });
  // One change may be told in several steps, by the system or by a busy machine.
  return [...new Set(paths)];
}

const write = (path: string) => writeFileSync(join(root, path), 'x');

describe('the watch over the sources', () => {
  it('names a file that was written, as the workspace knows it', async () => {
    const path = 'data/products/mail/matrix.csv';
    expect(await pathsAfter(() => write(path), path)).toEqual([path]);
  });

  it('names a file that an editor put in the place of another', async () => {
    const path = 'data/products/mail/matrix.csv';
    const swap = () => {
      write('data/products/mail/.matrix.tmp');
      renameSync(join(root, 'data/products/mail/.matrix.tmp'), join(root, path));
    };
    expect(await pathsAfter(swap, path)).toContain(path);
  });

  it('names what joins a folder that was not there', async () => {
    const path = 'templates/brands/acme/brand.yaml';
    const add = () => {
      mkdirSync(join(root, 'templates/brands/acme'), { recursive: true });
      write(path);
    };
    expect(await pathsAfter(add, path)).toContain(path);
  });

  it('names annex.yaml, and nothing that is no source', async () => {
    const act = () => {
      write('output/mail.pdf');
      write('notes.txt');
      write('annex.yaml');
    };
    expect(await pathsAfter(act, 'annex.yaml')).toEqual(['annex.yaml']);
  });
});
