import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrangeRecords, type Placed, recordsOf } from './arrange.ts';
import { parseTable } from './parse.ts';

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding));
const tableOf = (bytes: Uint8Array) => parseTable({ path: 'm.csv', bytes }, { language: 'en' }).value!;

function arrange(text: string, ...order: Placed[]): string {
  const bytes = bytesOf(text);
  const { value } = arrangeRecords(bytes, tableOf(bytes), order);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(value);
}

describe('records are put into another order, and keep their bytes', () => {
  const odd = '\uFEFFid;a\r\n1;"x; ""y"""\r\n2 ; z\r\n3;"two\nlines"\r\n';

  test.each<[string, string, Placed[], string]>([
    ['moved', odd, [3, 1, 2], '\uFEFFid;a\r\n3;"two\nlines"\r\n1;"x; ""y"""\r\n2 ; z\r\n'],
    ['left out', odd, [1, 3], '\uFEFFid;a\r\n1;"x; ""y"""\r\n3;"two\nlines"\r\n'],
    ['joined by a new one', 'id,a\n1,x\n2,y\n', [1, { id: 'n', a: 'a, b' }, 2], 'id,a\n1,x\nn,"a, b"\n2,y\n'],
    ['with blank lines', 'id,a\n\n1,x\n\n2,y\n', [1, 4, 3, 2], 'id,a\n\n2,y\n\n1,x\n'],
    ['where the last line has no break', 'id,a\n1,x\n2,y', [2, 1], 'id,a\n2,y\n1,x'],
    ['with a new one at such an end', 'id,a\r\n1,x', [1, { id: '2' }], 'id,a\r\n1,x\r\n2,'],
    ['behind sep=', 'sep=;\nid;a\n1;x\n2;y\n', [2, 1], 'sep=;\nid;a\n2;y\n1;x\n'],
    ['none at all', 'id,a\n1,x\n', [], 'id,a\n'],
  ])('%s', (_, before, order, after) => {
    expect(arrange(before, ...order)).toBe(after);
  });

  test('in UTF-16', () => {
    const bytes = bytesOf('\uFEFFid,a\n1,é\n2,y', 'utf16le');
    const { value } = arrangeRecords(bytes, tableOf(bytes), [2, { id: '3', a: 'ż' }, 1]);
    expect(Buffer.from(value!).toString('utf16le')).toBe('\uFEFFid,a\n2,y\n3,ż\n1,é');
  });

  test('a letter that the code page lacks is an error', () => {
    const bytes = bytesOf('id,a\n1,\xe9t\xe9\n', 'latin1');
    const { value, diagnostics } = arrangeRecords(bytes, tableOf(bytes), [1, { id: '2', a: 'Łódź' }]);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ rule: 'csv-encoding', place: { file: 'm.csv' } }]);
  });

  test('in the order that they have, no byte changes, whatever the file', () => {
    const pieces = ['a', '"b"', '"c\n"', ',', ',', '\n', '\n', '\r\n', 'é', ' '];
    const file = fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((found) => found.join(''));
    fc.assert(
      fc.property(file, (body) => {
        const bytes = bytesOf(`id,a\n${body}`);
        const { value: table } = parseTable({ path: 'm.csv', bytes }, { language: 'en' });
        fc.pre(table !== undefined);
        expect(arrangeRecords(bytes, table!, recordsOf(table!)).value).toEqual(bytes);
      }),
      { seed: 20_260_301 },
    );
  });
});
