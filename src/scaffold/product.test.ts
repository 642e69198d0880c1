import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { initWorkspace } from './init.ts';
import { newProduct } from './product.ts';

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'annex-product-'));
  initWorkspace(workspace);
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(workspace, path), 'utf8');
const add = (csv: string, encoding: BufferEncoding = 'utf8') =>
  newProduct({ workspace, id: 'desk', from: { path: 'raci.csv', bytes: Buffer.from(csv, encoding) } });

describe('a product from a matrix that came from elsewhere', () => {
  test('is written canonically, with its sections behind those that were there and its own parties', () => {
    const before = read('data/sections.csv');
    const { files, diagnostics } = add('Activity;Section;Customer;Desk team\r\nTake calls;Calls;I;RA\r\n');
    expect(diagnostics).toEqual([]);
    expect(files).toEqual([
      { path: 'data/sections.csv', state: 'changed' },
      { path: 'data/products/desk/product.yaml', state: 'new' },
      { path: 'data/products/desk/matrix.csv', state: 'new' },
    ]);
    expect(read('data/sections.csv')).toBe(`${before}calls,Calls\n`);
    expect(read('data/products/desk/matrix.csv')).toBe(
      'id,section,activity,customer,desk-team\ntake-calls,calls,Take calls,I,RA\n',
    );
    expect(read('data/products/desk/product.yaml')).toContain('  - { id: desk-team, name: Desk team }\n');
  });

  test('is written with its faults, which are named where they are mended', () => {
    const { files, diagnostics } = add('id,section,activity,customer,provider\none,end,A,Q,RA\n');
    expect(files.map(({ path }) => path)).toContain('data/products/desk/matrix.csv');
    expect(diagnostics.map(({ rule, place }) => [rule, place.file])).toEqual([
      ['code-unknown', 'data/products/desk/matrix.csv'],
    ]);
  });

  test('says which encoding it guessed, in the file that was given', () => {
    const { diagnostics } = add('id,section,activity,customer,provider\none,end,\xe9t\xe9,I,RA\n', 'latin1');
    expect(diagnostics.map(({ rule, place }) => [rule, place.file])).toEqual([['csv-encoding', 'raci.csv']]);
  });

  test('is not written where the file cannot be cut into cells', () => {
    const { files, diagnostics } = add('activity,"customer\nA,R\n');
    expect(files).toEqual([]);
    expect(diagnostics[0]).toMatchObject({ rule: 'csv-quote', place: { file: 'raci.csv', line: 1 } });
    expect(readdirSync(join(workspace, 'data/products'))).toEqual(['managed-database']);
  });
});
