import { describe, expect, test } from 'vitest';
import { addColumn, insertColumn, replaceCells } from './edit.ts';
import { parseTable } from './parse.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const tableOf = (bytes: Uint8Array, language = 'en') =>
  parseTable({ path: 'm.csv', bytes }, { language }).value!;

function replace(text: string, ...edits: [record: number, field: number, text: string][]): string {
  const bytes = bytesOf(text);
  const changed = replaceCells(
    bytes,
    tableOf(bytes),
    edits.map(([record, field, to]) => ({ record, field, text: to })),
  );
  return textOf(changed.value);
}

describe('a cell is replaced, and nothing else', () => {
  test.each<[string, string, [number, number, string], string]>([
    ['an empty one', 'id;a\r\n;x\r\n', [1, 0, 'x-1'], 'id;a\r\nx-1;x\r\n'],
    ['with its own spaces', 'id,a\n y , z \n', [1, 0, 'w'], 'id,a\nw, z \n'],
    ['in quotes that stay', 'id,a\n"y","z"\n', [1, 0, 'w'], 'id,a\n"w","z"\n'],
    ['by a text that needs quotes', 'id;a\ny;z\n', [1, 1, 'a; "b"'], 'id;a\ny;"a; ""b"""\n'],
    ['by a text with the other delimiter', 'id;a\ny;z\n', [1, 1, 'a, b'], 'id;a\ny;a, b\n'],
    ['behind the mark', '\uFEFFid,a\ny,z\n', [0, 0, 'key'], '\uFEFFkey,a\ny,z\n'],
    ['behind letters of several bytes', 'id,a\né😀,z\n', [1, 1, 'ż'], 'id,a\né😀,ż\n'],
    ['behind sep=', 'sep=;\nid;a\ny;z\n', [1, 1, 'w'], 'sep=;\nid;a\ny;w\n'],
    ['without a last line break', 'id,a\ny,z', [1, 1, 'w'], 'id,a\ny,w'],
  ])('%s', (_, before, edit, after) => {
    expect(replace(before, edit)).toBe(after);
  });

  test('several in any order', () => {
    expect(replace('id,a\n,1\né,2\n,3\n', [3, 0, 'c'], [1, 0, 'a'])).toBe('id,a\na,1\né,2\nc,3\n');
  });

  test('in a file of a code page', () => {
    const bytes = Uint8Array.from([...bytesOf('id;a\n;us'), 0xb3, ...bytesOf('ugi;\n')]);
    const changed = replaceCells(bytes, tableOf(bytes, 'pl'), [{ record: 1, field: 0, text: 'ż' }]);
    expect(changed.value).toEqual(Uint8Array.from([...bytesOf('id;a\n'), 0xbf, ...bytes.subarray(5)]));
  });

  test('a letter that the code page lacks is an error at the cell', () => {
    const bytes = Uint8Array.from([...bytesOf('id;a\n;r'), 0xf4, ...bytesOf('le\n')]);
    const changed = replaceCells(bytes, tableOf(bytes, 'fr'), [{ record: 1, field: 0, text: 'ł' }]);
    expect(changed.value).toBeUndefined();
    expect(changed.diagnostics).toMatchObject([
      { rule: 'csv-encoding', severity: 'error', place: { file: 'm.csv', cell: { record: 1, field: 0 } } },
    ]);
    expect(changed.diagnostics[0]!.message).toContain("'ł'");
  });
});

describe('a first column is added', () => {
  test.each([
    ['comma', 'a,b\n1,2\n', 'id,a,b\nrow-1,1,2\n'],
    ['semicolon, CRLF, a mark', '\uFEFFa;b\r\n1;2\r\n', '\uFEFFid;a;b\r\nrow-1;1;2\r\n'],
    ['blank lines stay blank', 'a,b\n\n1,2', 'id,a,b\n\nrow-2,1,2'],
    ['behind sep=', 'sep=;\na;b\n1;2\n', 'sep=;\nid;a;b\nrow-1;1;2\n'],
  ])('%s', (_, before, after) => {
    const bytes = bytesOf(before);
    expect(textOf(addColumn(bytes, tableOf(bytes), 'id', (record) => `row-${record}`).value)).toBe(after);
  });
});

describe('a column is put behind another', () => {
  test.each([
    ['in the middle', 'id,a,b\n1,2,3\n', 1, 'id,a,note,b\n1,2,,3\n'],
    ['at the end, in quotes and CRLF', 'id;"a"\r\n1;"2; 3"\r\n', 1, 'id;"a";note\r\n1;"2; 3";\r\n'],
    ['around blank lines', 'id,a\n\n1,2', 1, 'id,a,note\n\n1,2,'],
  ])('%s', (_, before, behind, after) => {
    const bytes = bytesOf(before);
    expect(textOf(insertColumn(bytes, tableOf(bytes), { name: 'note', behind }).value)).toBe(after);
  });
});
