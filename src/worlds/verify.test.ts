import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerTo } from './answer.ts';
import { itWith, runProgram } from './programs.ts';

/* What becomes of published files after they were published: read out again, verified, saved by other programs. */
const plain = join(import.meta.dirname, 'cases', 'plain');
let workspace: string;
let published: string;

beforeEach(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'annex-verify-'));
  cpSync(plain, workspace, { recursive: true, filter: (source) => !source.endsWith('expected') });
  await run('build', '-w', workspace);
  published = join(workspace, 'output', 'mail', '1');
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

const fileOf = (extension: string) =>
  join(published, readdirSync(published).find((name) => name.endsWith(extension))!);
const matrix = () => join(workspace, 'data/products/mail/matrix.csv');

const run = (...args: string[]) => answerTo(args);

describe('annex extract', () => {
  it('reads the same matrix out of an annex and out of a workbook', async () => {
    const [pdf, xlsx] = [await run('extract', fileOf('.pdf')), await run('extract', fileOf('.xlsx'))];
    expect(pdf.code).toBe(0);
    expect(pdf.out).toMatch(/^clause,id,section,activity,note,customer,provider\n1\.1\.1,backup,/);
    expect(xlsx.out).toBe(pdf.out);
  });

  it('reads the same edition out of both, and writes it where it is told', async () => {
    const to = join(workspace, 'edition.json');
    await run('extract', fileOf('.pdf'), '--json', '-o', to);
    const { out } = await run('extract', fileOf('.xlsx'), '--json');
    expect(JSON.parse(out)).toMatchObject({ format: 1, product: 'mail' });
    expect(readFileSync(to, 'utf8')).toBe(out);
  });

  it.each([
    [['README.md'], 1, 'file-foreign'],
    [['gone.pdf'], 3, 'it does not exist'],
  ])('says why it cannot: %j', async (names, code, said) => {
    writeFileSync(join(workspace, 'README.md'), 'text');
    const answer = await run('extract', ...names.map((name) => join(workspace, name)));
    expect(answer.code).toBe(code);
    expect(answer.err).toContain(said);
  });

  it('names the languages there are where it is asked for another', async () => {
    const { code, err } = await run('extract', fileOf('.pdf'), '-l', 'fr');
    expect(code).toBe(1);
    expect(err).toContain('It was made in en.');
  });

  itWith('soffice', 'reads a workbook that LibreOffice saved', async () => {
    const saved = join(workspace, 'saved');
    const office = `-env:UserInstallation=file://${join(workspace, 'office')}`;
    const filter = 'xlsx:Calc MS Excel 2007 XML';
    runProgram('soffice', [office, '--headless', '--convert-to', filter, '--outdir', saved, fileOf('.xlsx')]);
    const again = await run('extract', join(saved, basename(fileOf('.xlsx'))), '--json');
    expect(again.out).toBe((await run('extract', fileOf('.xlsx'), '--json')).out);
  });

  itWith('pdfdetach', 'finds in a PDF what other programs find there', async () => {
    const to = join(workspace, 'edition.json');
    runProgram('pdfdetach', ['-savefile', 'edition.json', '-o', to, fileOf('.pdf')]);
    expect(readFileSync(to, 'utf8')).toBe((await run('extract', fileOf('.pdf'), '--json')).out);
  });
});

describe('annex verify', () => {
  const verify = () => run('verify', '-w', workspace);

  it('says of each file that it agrees', async () => {
    const { code, out } = await verify();
    expect(out.match(/^agrees {2}mail\/1\//gm)).toHaveLength(2);
    expect(code).toBe(0);
  });

  it('names what changed in the matrix since', async () => {
    writeFileSync(matrix(), readFileSync(matrix(), 'utf8').replace('Back up', 'Save'));
    const { code, out } = await verify();
    expect(code).toBe(1);
    expect(out).toMatch(/\.pdf error proof-published Page 1: Clause 1\.1\.1 says 'Back up/);
    expect(out).toMatch(/\.xlsx error proof-published Sheet 'Matrix', row 2: Clause 1\.1\.1/);
  });

  it('names a word of a template that changed since', async () => {
    writeFileSync(join(workspace, 'data/wording.csv'), 'id,text\nlegend-title,How to read it\n');
    const { out } = await verify();
    expect(out).toContain(
      "proof-bytes Page 1: It says 'How to read this matrix', and made afresh 'How to read it'.",
    );
  });

  it('holds a file that errors made a build keep against the edition it carries, and says so', async () => {
    writeFileSync(matrix(), readFileSync(matrix(), 'utf8').replace(/RA|R,A/, 'X'));
    await run('build', '-w', workspace);
    const { code, out } = await verify();
    expect(out).toMatch(/^agrees {2}mail\/1\/.*\.pdf with the edition it carries$/m);
    expect(out).toContain('note output-kept');
    expect(code).toBe(0);
  });

  it('takes no file for kept that a build did not keep', async () => {
    writeFileSync(matrix(), readFileSync(matrix(), 'utf8').replace(/RA|R,A/, 'X'));
    const { code, out } = await verify();
    expect(out).toContain('error output-kept');
    expect(code).toBe(1);
  });

  it('names files that nobody made, and those that are gone', async () => {
    writeFileSync(join(published, 'stray.pdf'), 'x');
    rmSync(fileOf('.xlsx'));
    const { code, out } = await verify();
    expect(out).toContain('mail/1/stray.pdf warning output-unlisted');
    expect(out).toContain('error output-missing');
    expect(code).toBe(1);
  });

  it('prints for other programs', async () => {
    const { out } = await run('verify', '-w', workspace, '--reporter', 'json');
    expect(JSON.parse(out)).toMatchObject({
      format: 1,
      artifacts: [{ format: 'pdf', against: 'workspace', agrees: true }, { format: 'xlsx' }],
      diagnostics: [],
      summary: { errors: 0 },
    });
  });

  it('says where there is nothing to verify', async () => {
    const { code, out } = await run('verify', '-w', workspace, join(workspace, 'data'));
    expect(out).toContain('manifest.json error output-manifest There is no manifest here.');
    expect(code).toBe(1);
  });
});
