import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildWorkspace } from '../pipeline.ts';
import { everything } from '../plan/plan.ts';
import { inspectOutput } from '../publish/inspect.ts';
import { publishSample, put } from '../worlds/published.ts';
import type { ToldCatalogue, ToldProduct } from './told.ts';

vi.setConfig({ testTimeout: 60_000 });
const published = mkdtempSync(join(tmpdir(), 'annex-published-'));
const scratch = mkdtempSync(join(tmpdir(), 'annex-pages-'));
let workspace: string;
let out: string;

beforeAll(() => publishSample(published), 60_000);
beforeEach(() => {
  workspace = mkdtempSync(join(scratch, 'workspace-'));
  cpSync(published, workspace, { recursive: true });
  out = join(workspace, 'output');
});
afterAll(() => {
  for (const folder of [published, scratch]) rmSync(folder, { recursive: true, force: true });
});

const build = (request = everything) => buildWorkspace({ workspace, request });

/** The page with all of its files, by path. */
function pageFiles(): ReadonlyMap<string, string> {
  const parts = readdirSync(join(out, 'page')).map((name) => `page/${name}`);
  return new Map(
    ['index.html', 'feed.xml', ...parts].map((path) => [path, readFileSync(join(out, path), 'latin1')]),
  );
}

function catalogue(): ToldCatalogue {
  const path = [...pageFiles().keys()].find((name) => name.startsWith('page/catalogue-'))!;
  const [, json] = /^globalThis\.annexes = (.*);\n$/su.exec(readFileSync(join(out, path), 'utf8'))!;
  return JSON.parse(json!);
}

const product = (id: string): ToldProduct => catalogue().products.find((one) => one.id === id)!;
const editionsOf = (id: string) =>
  product(id).editions.map(({ edition, draft, superseded }) => ({ edition, draft, superseded }));

function edit(path: string, find: string, now: string): void {
  const text = readFileSync(join(workspace, path), 'utf8');
  expect(text).toContain(find);
  put(workspace, { [path]: text.replace(find, now) });
}

describe('the download page of a build', () => {
  it('lists every edition, the newest first, and what came after it', () => {
    expect(editionsOf('mail')).toEqual([
      { edition: '2', draft: false },
      { edition: '1', draft: false, superseded: ['2', '2026-09-01'] },
    ]);
    expect(editionsOf('cable')).toEqual([{ edition: '1', draft: true }]);
    expect(product('mail').editions[1]!.standing).toEqual({ en: 'original', fr: 'machine' });
  });

  it('is in the manifest and the checksums, so that a verification holds it too', () => {
    expect(inspectOutput(out).diagnostics).toEqual([]);
    const [path] = [...pageFiles().keys()];
    writeFileSync(join(out, path!), 'altered');
    expect(inspectOutput(out).diagnostics.map(({ rule, place }) => [rule, place.file])).toEqual([
      ['output-checksum', path],
    ]);
  });

  it('weighs less than 150 kB for the workspace of this repository', async () => {
    const root = join(import.meta.dirname, '../..');
    const folder = join(scratch, 'own');
    const { publication } = await buildWorkspace({ workspace: root, out: folder });
    expect(publication).toBeDefined();
    const page = ['index.html', ...readdirSync(join(folder, 'page')).map((name) => `page/${name}`)];
    const needed = page.filter((path) => !/list\.html$|changes-/.test(path));
    const weight = needed.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
    expect(weight).toBeLessThan(150_000);
  });

  it('is written over all that is published by a build of a part', async () => {
    edit('data/products/mail/product.yaml', 'on a shared', 'on one shared');
    await build({ ...everything, products: ['mail'] });
    expect(catalogue().products.map(({ id }) => id)).toEqual(['cable', 'disk', 'mail']);
    expect(catalogue().products.every(({ editions }) => editions.length > 0)).toBe(true);
    expect(inspectOutput(out).diagnostics).toEqual([]);
  });

  it('is the same after the same build, and not written again', async () => {
    const before = pageFiles();
    const written = statSync(join(out, 'index.html')).mtimeMs;
    await buildWorkspace({ workspace, force: true });
    expect(pageFiles()).toEqual(before);
    expect(statSync(join(out, 'index.html')).mtimeMs).toBe(written);
  });

  it.each([
    ['is gone', (path: string) => rmSync(path)],
    ['was altered', (path: string) => writeFileSync(path, 'x')],
  ])('is mended by a build for which nothing changed, where a file of it %s', async (_, damage) => {
    const before = pageFiles();
    for (const path of before.keys()) damage(join(out, path));
    const { publication } = await build();
    expect(publication!.made).toEqual([]);
    expect(pageFiles()).toEqual(before);
  });

  it('leaves no part of an older page behind', async () => {
    const before = [...pageFiles().keys()];
    edit('data/products/cable/product.yaml', 'Câble', 'Cord');
    await build();
    const gone = before.filter((path) => !existsSync(join(out, path)));
    expect(gone.some((path) => path.startsWith('page/catalogue-'))).toBe(true);
    expect(inspectOutput(out).diagnostics).toEqual([]);
  });

  it('says of files that errors keep from being made again that they are an earlier build’s', async () => {
    edit('data/products/cable/matrix.csv', 'RA,I', 'RX,I');
    await build();
    const [edition] = product('cable').editions;
    expect(edition!.draft).toBe(true);
    expect(edition!.files.map((file) => file[5])).toEqual(['kept', 'kept', 'kept']);
  });

  it('lists what was released of a product whose matrix cannot be read', async () => {
    put(workspace, { 'data/products/disk/matrix.csv': 'nothing\n' });
    await build();
    expect(editionsOf('disk')).toEqual([{ edition: '2026-05', draft: false }]);
    expect(product('disk').name.en).toBe('Disk');
  });

  it('lists what is left of a product of which nothing can be read', async () => {
    put(workspace, { 'data/products/disk/product.yaml': 'name: [\n' });
    await build();
    expect(editionsOf('disk')).toEqual([{ edition: '2026-05', draft: false }]);
    expect(product('disk').name).toEqual({});
  });

  it('lists no product that is gone', async () => {
    for (const id of ['mail', 'disk']) rmSync(join(workspace, 'data/products', id), { recursive: true });
    await build();
    expect(catalogue().products.map(({ id }) => id)).toEqual(['cable']);
  });

  it('lists what was released in a language that is no longer built', async () => {
    edit('annex.yaml', 'languages: [en, fr]', 'languages: [en]');
    await build();
    expect(catalogue().languages).toEqual(['en', 'fr']);
    expect(Object.keys(catalogue().words)).toEqual(['en']);
  });

  it('tells two brands of one product apart', async () => {
    await build({ ...everything, products: ['disk'], brands: ['neutral'] });
    const disks = catalogue().products.filter(({ id }) => id === 'disk');
    expect(disks.map(({ key, brandName }) => [key, brandName])).toEqual([
      ['disk~neutral', 'Provider'],
      ['disk~north', 'North'],
    ]);
  });

  it('forbids itself what stands in no file of its own, and says nothing in a script or style of the page', () => {
    for (const path of ['index.html', 'page/list.html']) {
      const html = pageFiles().get(path)!;
      expect(html).toContain('http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;');
      expect(html).not.toMatch(/<style|style=|<script(?! src=)|\son\w+=/);
    }
  });
});
