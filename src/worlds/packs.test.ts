import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ListedPack, PackManifest } from '../pack/manifest.ts';
import { readPublished } from '../readers/read.ts';
import { answerTo } from './answer.ts';

/* Packs of a small workspace, from the table of contracts to what a customer opens. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const world = join(import.meta.dirname, 'cases', 'two-languages');
let workspace: string;

const hostile = [
  ['C-1', '../../x'],
  ['CON', 'CON'],
  ['C-3', 'Ünïcødé & Söhne <b>'],
  ['C-4', '🙂 Ltd'],
  ['C-5', `${'long name '.repeat(30)}`],
  ['C-6', '"=HYPERLINK(""http://example.org"")"'],
  ['C-7', 'شركة الاتصالات'],
] as const;

beforeAll(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'annex-packs-'));
  cpSync(world, workspace, { recursive: true, filter: (source) => !source.endsWith('expected') });
  const rows = hostile.map(([id, customer]) => `${id},${customer},en,mail,2026-03-01,Lille`);
  writeContracts(...rows, 'C-8,Acme SA,fr,mail,2026-03-02,', 'C-9,Acme SA,fr,male,2026-03-02,');
  await run('pack');
});
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

const run = (...args: string[]) => answerTo([...args, '--workspace', workspace]);
const packs = () => join(workspace, 'output/packs');

function writeContracts(...rows: string[]): void {
  const text = ['contract,customer,language,products,date,site', ...rows].join('\n');
  writeFileSync(join(workspace, 'data/contracts.csv'), `${text}\n`);
}

function manifest(): PackManifest {
  return JSON.parse(readFileSync(join(packs(), 'manifest.json'), 'utf8'));
}

const packOf = (id: string): ListedPack => manifest().packs.find(({ contract }) => contract === id)!;
const fileOf = (id: string, end: string) =>
  join(packs(), packOf(id).files.find(({ path }) => path.endsWith(end))!.path);

function bytesOfAll(): Record<string, string> {
  const paths = readdirSync(packs(), { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((path) => !path.startsWith('.') && statSync(join(packs(), path)).isFile());
  const digest = (path: string) =>
    createHash('sha256')
      .update(readFileSync(join(packs(), path)))
      .digest('hex');
  return Object.fromEntries(files.map((path) => [path, digest(path)]));
}

describe('annex pack', () => {
  it('accounts for every contract, names those without a pack, and says so by its exit code', async () => {
    const { out, err, code } = await run('pack', '--out', join(workspace, 'once'));
    expect(code).toBe(1);
    expect(out).toContain('read 9 = made 6 + reused 0 + held 3 + failed 0 in ');
    expect(out).toContain("held   C-9 (line 10) There is no product 'male'.");
    expect(err).toContain("data/contracts.csv:10:16 error contract-product There is no product 'male'.");
    expect(err).toContain('Known: mail.');
  });

  it.each(['C-4', 'C-7'])('holds %s, whose customer cannot be printed as written, with the reason', (id) => {
    const { state, reason, files } = packOf(id);
    expect(state).toBe('held');
    expect(reason).toMatch(/have no '🙂'|from right to left/u);
    expect(files).toEqual([]);
  });

  it('points at the cell that cannot be printed, in whichever column it stands', async () => {
    const shipped = readFileSync(join(import.meta.dirname, '../../templates/pack.hbs'), 'utf8');
    const printing = shipped.replace(
      '<dt>{{word "pack-contract"}}',
      '{{#if contract.columns.site}}<dt>At</dt><dd span="2">{{contract.columns.site}}</dd>{{/if}}$&',
    );
    mkdirSync(join(workspace, 'templates'));
    writeFileSync(join(workspace, 'templates/pack.hbs'), printing);
    const contracts = join(workspace, 'unprintable.csv');
    const rows = ['C-🙂,Acme,en,mail,,Lille', 'C-2,🙂 Ltd,en,mail,,Lille', 'C-3,Acme,en,mail,,شركة'];
    const dated = rows.map((row) => row.replace(',,', ',2026-03-01,'));
    writeFileSync(contracts, ['contract,customer,language,products,date,site', ...dated, ''].join('\n'));
    const { err, out } = await run('pack', '--contracts', contracts, '--out', join(workspace, 'unprintable'));
    rmSync(join(workspace, 'templates'), { recursive: true });
    const places = err.split('\n').flatMap((line) => line.match(/csv:(\d+:\d+ error \S+)/)?.[1] ?? []);
    expect(places).toEqual(['2:1 error pack-letters', '3:5 error pack-letters', '4:29 error pack-direction']);
    expect(out).toContain('read 3 = made 0 + reused 0 + held 3 + failed 0');
  });

  it.each(hostile.filter(([id]) => id !== 'C-4' && id !== 'C-7'))(
    'says in PDF and workbook of %s whose it is, and keeps to harmless paths',
    async (id) => {
      const { customer, files } = packOf(id);
      const squash = (text: string) => text.replace(/\s+/gu, '');
      for (const { path } of files)
        expect(path).toMatch(/^[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9-]*\.(?:pdf|xlsx|zip)$/);
      const pdf = (await readPublished(readFileSync(fileOf(id, '.pdf')), 'x')).value!;
      const book = (await readPublished(readFileSync(fileOf(id, '.xlsx')), 'x')).value!;
      const onPages = pdf.kind === 'pdf' ? pdf.passages : [];
      const texts = onPages.flatMap((passage) =>
        passage.kind === 'text' ? passage.lines : passage.cells.flat(),
      );
      const first = book.kind === 'xlsx' ? book.sheets[0]!.rows.flatMap(({ cells }) => cells) : [];
      expect(squash(texts.join(''))).toContain(squash(customer!));
      expect(first.map(({ text }) => text)).toContain(customer);
      expect(JSON.parse(new TextDecoder().decode(pdf.carried.get('contract.json')))).toMatchObject({
        contract: id,
        customer,
        columns: { site: 'Lille' },
      });
    },
  );

  it('makes the same bytes again, and of nothing that stands', async () => {
    const before = bytesOfAll();
    rmSync(packs(), { recursive: true });
    await run('pack');
    expect(bytesOfAll()).toEqual(before);
    const { out } = await run('pack');
    expect(out).toContain('read 9 = made 0 + reused 6 + held 3 + failed 0');
  });

  it('makes a sample or one contract beside what is there', async () => {
    const before = Object.keys(bytesOfAll());
    expect((await run('pack', '--sample', '2')).out).toContain('read 2 = made 0 + reused 2');
    expect((await run('pack', '--only', 'C-8')).out).toContain('read 1 = made 0 + reused 1');
    expect(Object.keys(bytesOfAll())).toEqual(before);
    expect(manifest().packs).toHaveLength(9);
    const { err, code } = await run('pack', '--only', 'C-88');
    expect([err.split('\n')[0], code]).toEqual([
      "annex: There is no contract 'C-88'. Did you mean 'C-8'?",
      2,
    ]);
  });

  it('says what it would make', async () => {
    const { out } = await run('pack', '--dry-run');
    expect(out).toBe(
      `7 contracts en mail\n1 contract fr mail\n9 contracts read, 2 sets; 1 would be held; nothing was made in ${packs()}\n`,
    );
  });

  it('makes a pack that is ordered by hand', async () => {
    const out = join(workspace, 'by-hand');
    const order = ['--customer', 'Globex', '--product', 'mail', '--language', 'fr', '--set', 'site=Lyon'];
    const { out: said, code } = await run('pack', ...order, '--out', out);
    expect([code, said.replace(/pack-[0-9a-f]{8}/g, 'pack-X')]).toEqual([
      0,
      expect.stringContaining('made   packs/pack-X/globex-pack-X-fr.pdf'),
    ]);
    const { err, code: refused } = await run('pack', '--customer', 'Globex', '--language', 'fr');
    expect([err.split('\n')[0], refused]).toEqual([
      'annex: One pack is ordered by --customer, --product and --language; --product is missing.',
      2,
    ]);
  });

  it.each([
    ['cannot be read to its end', 'contract,customer,language,products,date\nC-1,"Acme,en,mail,2026-03-01\n'],
    ['lacks a column', 'contract,client,language,products,date\n'],
    ['is empty', ''],
  ])('makes nothing of a table that %s, and takes nothing away', async (_, text) => {
    const before = bytesOfAll();
    const broken = join(workspace, 'broken.csv');
    writeFileSync(broken, text);
    const { out, code } = await run('pack', '--contracts', broken);
    expect([out, code]).toEqual(['Nothing was made.\n', 1]);
    expect(bytesOfAll()).toEqual(before);
  });
});

describe('annex verify', () => {
  it('reads packs again and makes them once more', async () => {
    await run('pack');
    await run('build');
    const { out } = await run('verify');
    expect(out).toContain('agrees  pack of C-8\n');
    expect(out).toMatch(/^10 of 10 agree/m);
  });

  it('names a pack that is another contract’s, though its manifest agrees with its bytes', async () => {
    const path = join(packs(), 'manifest.json');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('"customer":"CON"', '"customer":"Globex"'));
    const { out, code } = await run('verify');
    writeFileSync(path, text);
    expect(out).toContain('differs pack of CON\n');
    expect(out).toMatch(/error pack-identity The first page does not say 'Globex'\./);
    expect(code).toBe(1);
  });
});

describe('annex diff', () => {
  it.each(['.pdf', '.xlsx', '.zip'])('reads the edition in the %s of a pack', async (end) => {
    const { out } = await answerTo(['diff', fileOf('C-8', end), workspace]);
    expect(out).toContain('Nothing changed');
  });
});
