import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Piscina } from 'piscina';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BuildOptions, BuildResult } from '../pipeline.ts';
import { mutations } from './incremental/mutations.ts';
import { type Files, sources } from './incremental/sources.ts';

/*
 * A build after a change: what it publishes is what a build from nothing would, and what it makes is what the change
 * made otherwise. So nothing that counts is missing from what decides, and nothing that does not count is in it.
 *
 * It is the compiled program that builds, in a thread of its own: there are a hundred builds here, and the sources as the
 * test runner loads them take longer. `npm test` compiles it.
 */
// On a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const program = join(import.meta.dirname, '../../dist');
const thread = new Piscina({ filename: compiled('pipeline.js'), maxThreads: 1 });
let workspace: string;
let before: ReadonlyMap<string, string>;

afterAll(() => thread.destroy());
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

/** Begins each of the tests around with a workspace that was built; `lay` fills its folder. */
function beginBuilt(lay: (folder: string) => Promise<void>): void {
  const built = mkdtempSync(join(tmpdir(), 'annex-built-'));
  beforeAll(async () => {
    await lay(built);
    await run({ workspace: built });
    before = published(built);
  });
  beforeEach(() => {
    workspace = mkdtempSync(join(tmpdir(), 'annex-incremental-'));
    for (const [path, bytes] of readAll(built)) write(join(workspace, path), bytes);
  });
  afterAll(() => rmSync(built, { recursive: true, force: true }));
}

describe('a build after a change', () => {
  beginBuilt(async (folder) => put(folder, sources));

  it('does nothing where there was none, and says again what it found', async () => {
    const again = await build();
    expect(madeBy(again)).toEqual([]);
    expect(again.publication!.unchanged).toHaveLength(24);
    expect(again.diagnostics).toEqual((await build({ force: true })).diagnostics);
  });

  it.each(Object.keys(mutations))('makes what it has to, and nothing else: %s', async (name) => {
    put(workspace, mutations[name]!);
    const result = await build();
    const after = published(workspace);
    expect(after).toEqual(await builtAfresh());
    expect(madeBy(result)).toEqual(changedPaths(after));
    expect(result.diagnostics).toEqual((await build({ force: true })).diagnostics);
  });

  it('makes what a release changes', async () => {
    await release(workspace);
    const result = await build();
    expect(published(workspace)).toEqual(await builtAfresh());
    expect(
      madeBy(result).every((path) => path.startsWith('mail/1/north-mail-') && !path.includes('draft')),
    ).toBe(true);
    expect(madeBy(result)).toHaveLength(12);
  });

  it.each([
    ['is gone', (path: string) => rmSync(path), 'missing'],
    ['was altered', (path: string) => writeFileSync(path, 'x'), 'altered'],
  ])('makes a file again that %s', async (_, damage, kind) => {
    const path = [...before.keys()].find((name) => name.endsWith('.pdf'))!;
    damage(join(workspace, 'output', path));
    const result = await build();
    expect(madeBy(result)).toEqual([path]);
    expect(result.reasons.get(path)).toEqual({ kind });
    expect(published(workspace)).toEqual(before);
  });

  it.each(['half of it', 'another byte in it'])(
    'makes everything again where its record has %s',
    async (damage) => {
      const record = join(workspace, 'output/.annex/build.json');
      const text = readFileSync(record, 'utf8');
      writeFileSync(
        record,
        damage === 'half of it' ? text.slice(0, 900) : text.replace('"made', '"Made').replace('sha', 'sHa'),
      );
      expect(madeBy(await build())).toHaveLength(24);
      expect(published(workspace)).toEqual(before);
    },
  );

  it('publishes its index again where somebody altered that', async () => {
    writeFileSync(join(workspace, 'output/SHA256SUMS'), '');
    expect(madeBy(await build())).toEqual([]);
    expect(readFileSync(join(workspace, 'output/SHA256SUMS'), 'utf8')).not.toBe('');
  });

  it('knows what it left beside a build of a part', async () => {
    put(workspace, mutations['a code']!);
    const part = await build({ request: { products: ['files'], languages: [], formats: [], brands: [] } });
    expect(madeBy(part)).toEqual([]);
    const result = await build();
    expect(madeBy(result)).toEqual(changedPaths(await builtAfresh()));
  });

  it('keeps what errors keep from being made, until they are mended', async () => {
    const matrix = 'data/products/mail/matrix.csv';
    put(workspace, { [matrix]: sources[matrix]!.replace('RA,I', 'RX,I') });
    expect((await build()).publication!.kept).toHaveLength(12);
    expect((await build()).publication!.kept).toHaveLength(12);
    put(workspace, sources);
    const mended = await build();
    expect(madeBy(mended)).toEqual([]);
    expect(published(workspace)).toEqual(before);
  });
});

const productOf = (edition: string, updated: string): Files => ({
  'data/products/mail/product.yaml': `name: Mail\nedition: '${edition}'\nupdated: ${updated}\n`,
});

/** Changes that reach no frozen edition, by what they are; and those that do. */
const ofToday: Readonly<Record<string, Files>> = {
  ...pick('a code', 'a text with its translations', 'the heading of a section', 'an exception of a product'),
  'the name of the next edition': productOf('3', '2027-01-01'),
};
const ofAll = pick(
  'a word of the templates',
  'a logo',
  'the annex’s template',
  'a partial of the workbook',
  'a language that goes',
);

describe('a build beside frozen editions', () => {
  beginBuilt(async (folder) => {
    put(folder, { ...sources, ...mutations['the order of rows'], ...mutations['a code'] });
    await release(folder);
    put(folder, { ...sources, ...productOf('2', '2026-09-01') });
    await release(folder);
  });

  const frozen = (path: string) => path.startsWith('mail/1/');

  it('does nothing where there was no change', async () => {
    const again = await build();
    expect(madeBy(again)).toEqual([]);
    expect(again.publication!.unchanged).toHaveLength(36);
    expect([...before.keys()].filter(frozen)).toHaveLength(12);
  });

  it.each(Object.keys(ofToday))('makes none of them: %s', async (name) => {
    put(workspace, ofToday[name]!);
    const result = await build();
    expect(madeBy(result).filter(frozen)).toEqual([]);
    expect(published(workspace)).toEqual(await builtAfresh());
  });

  it.each(Object.keys(ofAll))('makes what it has to, and nothing else: %s', async (name) => {
    put(workspace, ofAll[name]!);
    const result = await build();
    const after = published(workspace);
    expect(after).toEqual(await builtAfresh());
    expect(madeBy(result)).toEqual(changedPaths(after));
  });

  it('makes nothing of those before when one is released', async () => {
    put(workspace, { ...mutations['a code'], ...productOf('3', '2027-01-01') });
    await release(workspace);
    expect(madeBy(await build()).every((path) => path.startsWith('mail/3/'))).toBe(true);
    expect(published(workspace)).toEqual(await builtAfresh());
  });

  it('makes what no matrix makes any more from what was frozen, in the same bytes', async () => {
    put(workspace, { 'data/products/mail/matrix.csv': undefined });
    const result = await build();
    expect(madeBy(result)).toEqual([]);
    expect(result.publication!.unchanged).toHaveLength(36);
    expect(published(workspace)).toEqual(before);
    expect(await builtAfresh()).toEqual(before);
  });
});

function pick(...names: readonly string[]): Readonly<Record<string, Files>> {
  return Object.fromEntries(names.map((name) => [name, mutations[name]!]));
}

async function release(workspace: string): Promise<void> {
  const options = { workspace, products: ['mail'], dryRun: false };
  await thread.run(options, { filename: compiled('runs/release-editions.js'), name: 'releaseEditions' });
}

function compiled(module: string): string {
  return pathToFileURL(join(program, module)).href;
}

function run(options: BuildOptions): Promise<BuildResult> {
  return thread.run(options, { name: 'buildWorkspace' });
}

function build(how: Partial<BuildOptions> = {}): Promise<BuildResult> {
  return run({ workspace, ...how });
}

async function builtAfresh(): Promise<ReadonlyMap<string, string>> {
  const out = join(workspace, 'afresh');
  await run({ workspace, out });
  return readPublished(out);
}

function madeBy({ publication }: BuildResult): string[] {
  return publication!.made.map(({ path }) => path).sort();
}

function changedPaths(after: ReadonlyMap<string, string>): string[] {
  const paths = [...after].filter(([path, bytes]) => before.get(path) !== bytes).map(([path]) => path);
  return paths.filter((path) => /^[^/]+\/[^/]+\/[^/]+\.(?:pdf|xlsx|html|md)$/.test(path)).sort();
}

function published(folder: string): ReadonlyMap<string, string> {
  return readPublished(join(folder, 'output'));
}

/** Every file but the record, for that tells of what was made before. */
function readPublished(out: string): ReadonlyMap<string, string> {
  return new Map([...readAll(out)].filter(([path]) => !path.startsWith('.annex/')));
}

function readAll(folder: string): Map<string, string> {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.sort().map((file) => [file.slice(folder.length + 1), readFileSync(file, 'latin1')]));
}

function put(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    if (text === undefined) remove(join(folder, path));
    else write(join(folder, path), Buffer.from(text).toString('latin1'));
  }
}

function write(file: string, latin1: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, latin1, 'latin1');
}

/** With the folder that becomes empty by it, as version control does. */
function remove(file: string): void {
  rmSync(file, { force: true });
  if (readdirSync(dirname(file)).length === 0) rmdirSync(dirname(file));
}
