import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Manifest } from '../publish/manifest.ts';
import { answerTo } from './answer.ts';

/* What a release does to published files: the mark of the draft goes, and comes back with the next change. */
vi.setConfig({ testTimeout: 60_000 });
const world = join(import.meta.dirname, 'cases', 'two-languages');
let workspace: string;

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'annex-release-'));
  cpSync(world, workspace, { recursive: true, filter: (source) => !source.endsWith('expected') });
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

const run = (...args: string[]) => answerTo([...args, '--workspace', workspace]);
const published = () => readdirSync(join(workspace, 'output/mail/1'));
const manifest = (): Manifest => JSON.parse(readFileSync(join(workspace, 'output/manifest.json'), 'utf8'));

function edit(path: string, find: string, put: string): void {
  const text = readFileSync(join(workspace, path), 'utf8');
  expect(text).toContain(find);
  writeFileSync(join(workspace, path), text.replace(find, put));
}

const moveDuty = () => edit('data/products/mail/matrix.csv', 'was lost,,RA,I', 'was lost,,I,RA');

describe('a release', () => {
  it('takes the mark of the draft from names, pages and manifest, and the drafts out of the output', async () => {
    await run('build');
    const drafts = published();
    expect(drafts).toHaveLength(4);
    expect(drafts.every((name) => name.includes('-draft-'))).toBe(true);
    expect((await run('release', 'mail')).code).toBe(0);
    const { text, code } = await run('build', '--product', 'mail');
    expect({ code, gone: text.match(/^gone .*-draft-/gmu)?.length }).toEqual({ code: 0, gone: 4 });
    expect(published()).toEqual(drafts.map((name) => name.replace('-draft', '')));
    expect(new Set(manifest().artifacts.map(({ state }) => state))).toEqual(new Set(['built']));
    const { text: verified, code: sound } = await run('verify');
    expect(verified).toContain('4 of 4 agree');
    expect(sound).toBe(0);
  });

  it('is what documents carry from then on', async () => {
    await run('release');
    await run('build', '--format', 'pdf', '--language', 'fr');
    const [name = ''] = published();
    const { out } = await answerTo(['extract', join(workspace, 'output/mail/1', name), '--json']);
    const released = JSON.parse(readFileSync(join(workspace, 'data/products/mail/editions/1.json'), 'utf8'));
    // The product has two languages, so that the excerpt for French is all of it.
    expect(JSON.parse(out)).toEqual({ ...released, excerpt: true });
  });

  it('stands while its translation is reviewed, which documents tell at once', async () => {
    await run('release');
    const french = 'data/translations/fr.csv';
    edit(french, 'Restaurer ce qui a été perdu,machine', 'Rétablir ce qui a été perdu,reviewed');
    expect((await run('list')).out).toContain('edition 1 (released)');
    const { text, code } = await run('release');
    expect({ text, code }).toMatchObject({
      code: 0,
      text: expect.stringMatching(/^unchanged mail 1: .*translations/u),
    });
    expect((await run('show', 'mail', '--language', 'fr')).out).toContain('Rétablir ce qui a été perdu');
  });

  it('gives way to a draft when a duty moves, and to a new edition when that has a name', async () => {
    await run('release');
    await run('build', '--format', 'xlsx');
    moveDuty();
    await run('build', '--format', 'xlsx');
    expect(published().every((name) => name.includes('-draft-'))).toBe(true);
    expect((await run('release')).code).toBe(1);
    edit('data/products/mail/product.yaml', "'1'\nupdated: 2026-03-01", "'2'\nupdated: 2026-09-01");
    expect((await run('release')).out).toMatch(/^released {2}mail 2: since 1: 1 duty moved/u);
    await run('build', '--format', 'xlsx');
    expect(manifest().artifacts.map(({ edition, state }) => `${edition} ${state}`)).toEqual([
      '2 built',
      '2 built',
    ]);
  });

  it('cannot be read past damage: what is published of the product stays as it is', async () => {
    await run('release');
    await run('build');
    const before = published();
    edit('data/products/mail/editions/1.json', 'was lost', 'was found');
    const { text, code } = await run('build');
    expect(code).toBe(1);
    expect(text).toContain('edition-altered');
    expect(published()).toEqual(before);
    expect(new Set(manifest().artifacts.map(({ state }) => state))).toEqual(new Set(['kept']));
  });
});
