import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPublished } from '../../readers/read.ts';
import { itWith } from '../../worlds/programs.ts';
import { makeChangeAnnexes } from './change-annexes.ts';
import { diffEditions } from './diff-editions.ts';

const world = join(import.meta.dirname, '../../worlds/cases/diff-since-release');
const scratch = mkdtempSync(join(tmpdir(), 'annex-changes-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function make(format: string, language?: string, workspace = world) {
  const { products } = await diffEditions({
    old: undefined,
    now: undefined,
    workspace: world,
    products: [],
    language,
  });
  return makeChangeAnnexes(products, { workspace, formats: [format] });
}

async function makeOne(format: string, language?: string, workspace?: string) {
  const { value, diagnostics } = await make(format, language, workspace);
  expect(diagnostics).toEqual([]);
  expect(value).toHaveLength(1);
  return value![0]!;
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('a change annex', () => {
  it('is named by its product, both editions, its state and its language', async () => {
    expect((await makeOne('pdf')).name).toBe('mail-changes-2026-03-to-2026-09-draft-en.pdf');
  });

  it('is the same, byte for byte, whenever it is made', async () => {
    for (const format of ['pdf', 'xlsx']) {
      const [one, other] = [await makeOne(format), await makeOne(format)];
      expect(Buffer.from(one.bytes).equals(other.bytes)).toBe(true);
    }
  }, 30_000);

  it('sets side by side what each party held and holds, and says what changed in words', async () => {
    const text = textOf((await makeOne('md')).bytes);
    expect(text).toContain(
      '| 1.4.2 | Responsibility · Note · formerly 1.3.4<br>Keep the log files<br>Note: <ins>For a year</ins> | – | R A | R A | – |',
    );
    expect(text).toContain(
      '| 2.2 | Removed<br><del>Delete what is left</del> | I | R A | not in this edition |',
    );
    expect(text).toContain('every <ins>night</ins><br>Before: Back up the mailboxes every <del>day</del>');
    expect(text).toMatch(/\*\*Note\*\* \|.*Times are <ins>CET<\/ins>/u);
  });

  it('leaves out what did not change', async () => {
    const text = textOf((await makeOne('md')).bytes);
    expect(text).not.toContain('Order mailboxes');
    expect(text).toMatch(/Activities that differ:\s9\./u);
  });

  it('speaks another language of the product, and says that a machine translated its words', async () => {
    const text = textOf((await makeOne('html', 'fr')).bytes);
    expect(text).toContain('Ce qui change dans la matrice de responsabilités');
    expect(text).toContain('Traduction automatique');
    expect(text).toMatch(/chaque <ins[^>]*>nuit<\/ins>/u);
  });

  it('is made with the words and the brand that ship where there is no workspace', async () => {
    expect(textOf((await makeOne('html', 'fr', scratch)).bytes)).toContain('Ce qui change');
  });

  it('is not made in a language for which there are no words', async () => {
    writeFileSync(join(scratch, 'annex.yaml'), 'format: 1\n');
    const { value, diagnostics } = await make('pdf', 'fr', scratch);
    rmSync(join(scratch, 'annex.yaml'));
    expect(value).toEqual([]);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['diff-words']);
  });

  it('carries the changes as data', async () => {
    const { name, bytes } = await makeOne('pdf');
    const { value } = await readPublished(bytes, name);
    const { products } = JSON.parse(textOf(value!.carried.get('changes.json')!));
    expect(products).toMatchObject([
      { product: 'mail', added: ['accounts-create', 'warn'], removed: ['delete'] },
    ]);
  }, 30_000);

  it('reads, for who cannot see it, row by row with the heads of its columns', async () => {
    const { name, bytes } = await makeOne('pdf');
    const { value } = await readPublished(bytes, name);
    const rows = value!.kind === 'pdf' ? value!.passages.filter((passage) => passage.kind === 'row') : [];
    const cells = rows.map((row) => row.cells.map((lines) => lines.join(' ').trim()));
    expect(cells).toContainEqual([
      '1.4.3',
      expect.stringContaining('Restore a mailbox'),
      'A',
      'R',
      'R A',
      'I',
    ]);
  }, 30_000);

  it('is a workbook too, with a table to filter', async () => {
    const { name, bytes } = await makeOne('xlsx');
    const { value } = await readPublished(bytes, name);
    const sheets = value!.kind === 'xlsx' ? value!.sheets : [];
    expect(sheets.map((sheet) => sheet.name)).toEqual(['Overview', 'Changes']);
    const row = sheets[1]!.rows.find(({ cells }) => cells[0]?.text === '1.4.3')!;
    expect(row.cells.map(({ text }) => text)).toEqual([
      '1.4.3',
      '1.3.2',
      '1.4 Data',
      'Responsibility',
      'Restore a mailbox on request',
      'A',
      'R',
      'R A',
      'I',
    ]);
  }, 30_000);

  itWith('pdftotext', 'is read by other programs', async () => {
    const { bytes } = await makeOne('pdf');
    const path = join(scratch, 'changes.pdf');
    writeFileSync(path, bytes);
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    expect(text).toMatch(/1\.4\.3\s+Responsibility · formerly 1\.3\.2\s+A\s+R\s+R A\s+I/u);
  });
});
