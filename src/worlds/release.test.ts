import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { words } from '../compose/annex/fixture.ts';
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

const states = () => manifest().artifacts.map(({ edition, state }) => `${edition} ${state}`);
const moveDuty = () => edit('data/products/mail/matrix.csv', 'was lost,,RA,I', 'was lost,,I,RA');

const nameSecond = () =>
  edit('data/products/mail/product.yaml', "'1'\nupdated: 2026-03-01", "'2'\nupdated: 2026-09-01");

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
    expect(states()).toEqual(['1 draft', '1 draft', '1 built', '1 built']);
    expect((await run('release')).code).toBe(1);
    nameSecond();
    expect((await run('release')).out).toMatch(/^released {2}mail 2: since 1: 1 duty moved/u);
    await run('build', '--format', 'xlsx');
    expect(states()).toEqual(['1 built', '1 built', '2 built', '2 built']);
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

/* A released document stays at its address, in the same bytes, whatever becomes of the matrix. */
describe('a released edition', () => {
  beforeEach(async () => {
    await run('release');
    await run('build');
    first = bytesOf('1');
    moveDuty();
    nameSecond();
  });
  let first: ReadonlyMap<string, string>;

  it('stays as it was when the next one is released, and tells nothing of it', async () => {
    await run('release');
    const { text, code } = await run('build');
    expect({ code, gone: text.includes('gone'), made: text.match(/^built mail\/2\//gmu)?.length }).toEqual({
      code: 0,
      gone: false,
      made: 4,
    });
    expect(text).toContain('4 made, 4 unchanged');
    expect(bytesOf('1')).toEqual(first);
    const { out: verified, code: sound } = await run('verify');
    expect(verified.match(/^agrees {2}mail\/1\/.* with its release$/gmu)).toHaveLength(4);
    expect(verified.match(/^agrees {2}mail\/2\/\S+$/gmu)).toHaveLength(4);
    expect(sound).toBe(0);
  });

  it('comes out the same in a build from nothing', async () => {
    await run('release');
    await run('build', '--out', join(workspace, 'afresh'));
    expect(bytesOf('1', 'afresh')).toEqual(first);
  });

  it.each([
    ['a row of the matrix', 'data/products/mail/matrix.csv', 'RA', 'RX'],
    ['the whole matrix', 'data/products/mail/matrix.csv', 'activity', 'actvity'],
    ['the sections', 'data/sections.csv', 'section,', 'sektion,'],
    ['a translation of the product', 'data/products/mail/translations/fr.csv', '', 'id,quelle\n'],
  ])('is made although there is an error in %s', async (_, path, find, put) => {
    if (find === '') write(path, put);
    else edit(path, find, put);
    const { text, code } = await run('build', '--out', join(workspace, 'afresh'));
    expect(code).toBe(1);
    expect(text).not.toMatch(/^built mail\/2\/.*-fr\./mu);
    expect(bytesOf('1', 'afresh')).toEqual(first);
  });

  it('is made under the name that a faulty matrix still has', async () => {
    edit('data/products/mail/product.yaml', "'2'\nupdated: 2026-09-01", "'1'\nupdated: 2026-03-01");
    edit('data/products/mail/matrix.csv', 'RA', 'RX');
    const { text } = await run('build');
    expect(text).toMatch(/^held {2}mail\/1\/.*-draft-fr.pdf/mu);
    expect(bytesOf('1')).toEqual(first);
    expect(states()).toEqual(['1 built', '1 built', '1 built', '1 built']);
  });

  it('wears the brand and the templates of today, and holds on to its words', async () => {
    edit('annex.yaml', 'languages:', 'brand: other\nlanguages:');
    write('templates/brands/other/brand.yaml', 'name: Other\nlegal: Other Ltd\n');
    write('data/wording.csv', 'id,text\nmatrix-title,Who does what\nlegend-title,Key\n');
    await run('build', '--language', 'en');
    const name = [...bytesOf('1').keys()].find((path) => path.endsWith('-en.pdf'))!;
    expect(name).toContain('/other-mail-');
    const { out } = await run('show', 'mail', '--language', 'en');
    expect(out).toContain('Who does what');
    const { out: carried } = await answerTo(['extract', join(workspace, 'output', name), '--json']);
    expect(JSON.parse(carried).words['matrix-title'].en.text).not.toBe('Who does what');
    expect((await run('verify', '--language', 'en')).code).toBe(0);
  });

  it('stays in a language that is no longer built', async () => {
    edit('annex.yaml', 'fr', 'de');
    write(
      'annex.yaml',
      readFileSync(join(workspace, 'annex.yaml'), 'utf8').replace('languages: [en, de]', 'languages: [en]'),
    );
    await run('build');
    expect(bytesOf('1')).toEqual(first);
    expect(states()).toEqual([...first.keys()].map(() => '1 built').concat(['2 draft', '2 draft']));
    const { text, code } = await run('build', '--language', 'fr');
    expect({ code, text: text.split('\n').at(-2) }).toMatchObject({
      code: 0,
      text: expect.stringMatching(/^0 made, 2 unchanged/u),
    });
  });

  it('is covered by a request for its product and its language', async () => {
    rmSync(join(workspace, 'output'), { recursive: true });
    await run('build', '--product', 'mail', '--language', 'fr', '--format', 'pdf');
    expect(states()).toEqual(['1 built', '2 draft']);
  });

  it('goes when its frozen file goes', async () => {
    rmSync(join(workspace, 'data/products/mail/editions/1.json'));
    const { text } = await run('build');
    expect(text.match(/^gone {2}mail\/1\//gmu)).toHaveLength(4);
  });

  it('is kept, with all of its product, while a frozen file is damaged', async () => {
    edit('data/products/mail/editions/1.json', 'was lost', 'was found');
    const { text, code } = await run('build');
    expect(code).toBe(1);
    expect(text.match(/^kept {2}mail\/1\//gmu)).toHaveLength(4);
    expect(text.match(/^held {2}mail\/2\//gmu)).toHaveLength(4);
    expect(bytesOf('1')).toEqual(first);
    const { out } = await run('verify');
    expect(out.match(/^agrees {2}mail\/1\/.* with the edition it carries$/gmu)).toHaveLength(4);
  });

  it('is held where today’s fonts cannot show it, and what is made from the matrix is not', async () => {
    const shown = 'Ouvrir ☂ et fermer';
    edit('data/translations/fr.csv', 'Ouvrir et fermer', shown);
    write(
      'data/products/mail/product.yaml',
      "name: Mail\nedition: '2'\nupdated: 2026-09-01\nrules: { glyph-missing: off }\n",
    );
    expect((await run('release')).code).toBe(0);
    edit('data/translations/fr.csv', shown, 'Ouvrir et fermer');
    write('data/products/mail/product.yaml', "name: Mail\nedition: '3'\nupdated: 2026-10-01\n");
    const { text, code } = await run('build');
    expect(code).toBe(1);
    expect(text).toContain("have no '☂' (U+2602): 'Ouvrir ☂ et fermer");
    expect(text.match(/^held .*$/gmu)?.map((line) => line.slice(6, 13))).toEqual(['mail/2/', 'mail/2/']);
    expect(states()).toEqual([
      ...['1', '1', '1', '1', '2', '2'].map((name) => `${name} built`),
      ...Array(4).fill('3 draft'),
    ]);
    expect((await run('release')).out).toMatch(/^released {2}mail 3/u);
  });

  it('is held in a language whose words went, and so kept as it was published', async () => {
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const rows = [...words].map(([id, text]) => `${id},${quote(text)},${quote(text)},reviewed\n`);
    const french = readFileSync(join(workspace, 'data/translations/fr.csv'), 'utf8');
    const own = french.split('\n').filter((row) => !/^party\./u.test(row));
    write('data/translations/nl.csv', own.join('\n') + rows.join(''));
    edit('annex.yaml', '[en, fr]', '[en, nl]');
    expect((await run('release')).out).toMatch(/^released {2}mail 2/u);
    await run('build');
    edit('annex.yaml', '[en, nl]', '[en]');
    expect((await run('build')).code).toBe(0);
    const dutch = [...bytesOf('2')].filter(([path]) => path.includes('-nl.'));
    rmSync(join(workspace, 'data/translations/nl.csv'));
    const { text, code } = await run('build');
    expect(code).toBe(1);
    expect(text).toMatch(/translation-missing \d+ words of the templates not translated into 'nl'/u);
    expect(text).toContain("What was released in 'nl' stays published, and needs the words around it.");
    expect(text.match(/^kept .*-nl\./gmu)).toHaveLength(2);
    expect([...bytesOf('2')].filter(([path]) => path.includes('-nl.'))).toEqual(dutch);
  });

  it('is known from a forgery', async () => {
    await run('build');
    const [path] = first.keys();
    const other = [...bytesOf('2').keys()].find((name) => name.endsWith(path!.slice(-7)))!;
    cpSync(join(workspace, 'output', other), join(workspace, 'output', path!));
    const { out, code } = await run('verify');
    expect(code).toBe(1);
    expect(out).toContain(`differs ${path}`);
  });

  function bytesOf(edition: string, out = 'output'): ReadonlyMap<string, string> {
    const folder = join(workspace, out, 'mail', edition);
    const names = readdirSync(folder).filter((name) => !name.includes('-draft-') || edition !== '1');
    return new Map(
      names.sort().map((name) => [`mail/${edition}/${name}`, readFileSync(join(folder, name), 'latin1')]),
    );
  }

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
});
