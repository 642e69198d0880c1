import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTable } from '../tables/parse.ts';
import type { Table } from '../tables/table.ts';
import { memoryWorkspace } from '../workspace/memory.ts';
import { encodeCanonically, listTables } from './canonical.ts';

const parse = (bytes: Uint8Array) => parseTable({ path: 'm.csv', bytes }, { language: 'en' });
const valuesOf = (table: Table) => {
  const columns = table.header.map((cell) => cell.text).filter((name) => name !== '');
  return [columns, ...table.rows.map((row) => columns.map((column) => row.cell(column)!.text))];
};

const pieces = ['a', 'R', ' ', '"', ',', ';', '\t', '\n', '\r\n', '\u00A0', 'é', '😀', '=', "'", 'sep=;'];
const cell = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((found) => found.join(''));
const file = fc.record({
  rows: fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 5 }),
  delimiter: fc.constantFrom(',', ';', '\t'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom<BufferEncoding>('utf8', 'utf16le'),
  mark: fc.constantFrom('', '\uFEFF'),
});

describe('the canonical form of a CSV file', () => {
  test('has the values that the file had, and is its own canonical form', () => {
    fc.assert(
      fc.property(file, ({ rows, delimiter, newline, encoding, mark }) => {
        const line = (cells: readonly string[]) =>
          cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter) + newline;
        const text =
          (encoding === 'utf16le' ? '\uFEFF' : mark) + [['id', 'b', 'c'], ...rows].map(line).join('');
        const before = parse(new Uint8Array(Buffer.from(text, encoding))).value!;
        const bytes = encodeCanonically(before);
        const after = parse(bytes).value!;
        expect(valuesOf(after)).toEqual(valuesOf(before));
        expect(after.dialect).toEqual({ delimiter: ',', encoding: 'utf-8', bom: false, newline: '\n' });
        expect(encodeCanonically(after)).toEqual(bytes);
      }),
      { seed: 20_260_301, numRuns: 300 },
    );
  });

  test('leaves out columns without a name, and rows without a text', () => {
    const bytes = new TextEncoder().encode('ID;;Activity;\r\nx;;y;\r\n;;;\r\n');
    expect(new TextDecoder().decode(encodeCanonically(parse(bytes).value!))).toBe('id,activity\nx,y\n');
  });
});

test('every CSV file of a workspace is found, and none of what it builds', () => {
  const names = [
    'data/sections.csv',
    'data/translations/fr.csv',
    'data/products/mail/matrix.csv',
    'data/products/mail/translations/FR.CSV',
    'data/products/mail/notes.txt',
    'output/x.csv',
  ];
  const workspace = memoryWorkspace(Object.fromEntries(names.map((name) => [name, ''])));
  expect(listTables(workspace)).toEqual(names.slice(0, 4));
});
