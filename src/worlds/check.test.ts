import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, answerTo } from './answer.ts';

const scratch = mkdtempSync(join(tmpdir(), 'annex-check-'));
const workspace = join(scratch, 'workspace');
const baseline = join(scratch, 'known.json');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const head = 'id,section,activity,customer,provider\n';
const backup = 'backup,use,Back up the service,I,R\n';
const restore = 'restore,use,Restore what was lost,,R\n';

beforeEach(() => {
  rmSync(workspace, { recursive: true, force: true });
  write('data/sections.csv', 'section,title\nuse,Using the service\n');
  write('data/products/mail/product.yaml', 'name: Mail\nedition: 2026-03\nupdated: 2026-03-01\n');
  write('data/products/mail/matrix.csv', head + backup);
});

describe('annex check', () => {
  it('fails where there are more warnings than are allowed', async () => {
    expect((await check('--max-warnings', '1')).code).toBe(0);
    const { code, text } = await check('--max-warnings', '0');
    expect(code).toBe(1);
    expect(text).toContain('1 warning is more than --max-warnings 0 allows.');
  });

  it('counts only what its baseline does not hold', async () => {
    expect((await check('--write-baseline', baseline)).code).toBe(0);
    write('data/products/mail/matrix.csv', head + restore + backup);
    const { code, text } = await check('--baseline', baseline, '--max-warnings', '0');
    expect(code).toBe(1);
    expect(text).toContain("'restore'");
    expect(text).not.toContain("'backup'");
    expect(text).toContain('1 warning, 1 in the baseline');
  });

  it('passes over an error that its baseline holds', async () => {
    write('data/products/mail/matrix.csv', `${head}${backup}move,use,Move the data,,\n`);
    expect((await check()).code).toBe(1);
    await check('--write-baseline', baseline);
    expect((await check('--baseline', baseline)).code).toBe(0);
  });

  it('says in the log of a step where the whole list is', async () => {
    const file = join(scratch, 'findings.md');
    const rows = Array.from({ length: 12 }, (_, i) => `row-${i},use,Do ${i},I,R\n`);
    write('data/products/mail/matrix.csv', `${head}${rows.join('')}backup,use,Back up the service,I,RA\n`);
    const { text } = await check('--reporter', 'github', '--report-file', file);
    expect(text).toContain(`The worst 10 findings are annotated; ${file} has all 12.`);
    expect(readFileSync(file, 'utf8').match(/^\| warning /gm)).toHaveLength(12);
  });

  it('names what of its baseline is gone', async () => {
    await check('--write-baseline', baseline);
    write('data/products/mail/matrix.csv', `${head}backup,use,Back up the service,I,RA\n`);
    const { code, text } = await check('--baseline', baseline);
    expect(code).toBe(0);
    expect(text).toContain("gone accountable-missing No party is accountable for 'backup'.");
  });

  it.each([
    ['a baseline that is none', ['--baseline', join(workspace, 'data/sections.csv')], 2],
    ['a baseline that is not there', ['--baseline', join(scratch, 'no.json')], 3],
    ['a report without a reporter', ['--report-file', join(scratch, 'report')], 2],
    ['a report in no folder', ['-r', 'junit', '--report-file', join(scratch, 'no', 'report')], 3],
    ['a number that is none', ['--max-warnings', 'few'], 2],
  ])('refuses %s', async (_, options, expected) => {
    expect((await check(...options)).code).toBe(expected);
  });

  it('writes a report beside what a person reads', async () => {
    const file = join(scratch, 'report.xml');
    const { text } = await check('--reporter', 'junit', '--report-file', file);
    expect(text).toContain('warning accountable-missing');
    expect(readFileSync(file, 'utf8')).toContain('<testsuites');
  });
});

describe('annex build', () => {
  const build = (...options: string[]) =>
    answerTo(['build', '--workspace', workspace, '--format', 'md', ...options]);

  it('fails on what is new, and not on what its baseline holds', async () => {
    write('data/products/web/product.yaml', 'name: Web\nedition: 2026-03\nupdated: 2026-03-01\n');
    write('data/products/web/matrix.csv', `${head}move,use,Move the data,,\n`);
    await check('--write-baseline', baseline);
    expect((await build()).code).toBe(1);
    const { code, out, err } = await build('--baseline', baseline, '--max-warnings', '0');
    expect(code).toBe(0);
    expect(err).not.toContain('code-missing');
    expect(out).toMatch(/^held +web\/.* an error stands in the way$/m);
    expect(out).toContain('in the baseline');
    write('data/products/mail/matrix.csv', `${head}${backup}keep,use,Keep the log,,\n`);
    expect((await build('--baseline', baseline)).code).toBe(1);
  });

  it('fails where there are more warnings than are allowed', async () => {
    expect((await build()).code).toBe(0);
    expect((await build('--max-warnings', '0')).code).toBe(1);
  });
});

describe('annex explain', () => {
  it('says of a rule how it is weighed and accepted', async () => {
    const { code, text } = await answerTo(['explain', 'section-gap']);
    expect(code).toBe(0);
    expect(text).toMatch(/^section-gap: a rule, warning\n/);
    expect(text).toContain('- leave,3,\n+ use,1,');
    expect(text).toContain('    - rule: section-gap\n');
  });

  it('says of a fault of reading that it cannot be accepted', async () => {
    const { text } = await answerTo(['explain', 'csv-ragged']);
    expect(text).toContain('It can neither be weighed nor accepted');
  });

  it('lists every rule and fault', async () => {
    const { text } = await answerTo(['explain']);
    const { rules } = JSON.parse((await answerTo(['explain', '--json'])).text);
    for (const { id } of rules) expect(text).toContain(`\n  ${id} `);
    expect(rules.length).toBeGreaterThan(100);
  });

  it('names the one that was meant', async () => {
    const { code, text } = await answerTo(['explain', 'section-gaps']);
    expect(code).toBe(2);
    expect(text).toContain("Did you mean 'section-gap'?");
  });
});

async function check(...options: string[]): Promise<Answer> {
  return answerTo(['check', '--workspace', workspace, ...options]);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), text);
}
