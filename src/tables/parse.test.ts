import { describe, expect, test } from 'vitest';
import { parseTable, putAway } from './parse.ts';
import { limits } from './survey.ts';
import type { Table } from './table.ts';

const path = 'data/products/x/matrix.csv';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const parse = (text: string, language = 'en') => parseTable({ path, bytes: bytesOf(text) }, { language });

/** The cells of a file by column, record by record. */
function cellsOf(text: string): Record<string, string>[] {
  const table = parse(text).value!;
  return table.rows.map((row) =>
    Object.fromEntries(table.header.map((name) => [name.text, row.cell(name.text)!.text])),
  );
}

const findings = (text: string) => parse(text).diagnostics.map(({ rule, place }) => ({ rule, place }));

describe('a table as a spreadsheet wrote it', () => {
  test.each([
    ['comma', 'id,activity\nx,Back up\n'],
    ['semicolon', 'id;activity\nx;Back up\n'],
    ['tab', 'id\tactivity\nx\tBack up\n'],
    ['CRLF', 'id,activity\r\nx,Back up\r\n'],
    ['CR', 'id,activity\rx,Back up\r'],
    ['no last line break', 'id,activity\nx,Back up'],
    ['sep=; and a header full of commas', 'sep=;\r\nid;activity\r\nx;Back up\r\n'],
    ['quotes', '"id","activity"\n"x","Back up"\n'],
    ['space around', 'ID , Activity \n x , Back up \n'],
    ['no-break spaces and marks in the header', '\uFEFFid\u00A0,\u200Bactivity\nx,Back up\n'],
    ['mixed line breaks', 'id,activity\r\nx,Back up\n'],
    ['columns left over at the end', 'id,activity,,\nx,Back up,,,,\n'],
    ['blank lines', 'id,activity\n\n,\nx,Back up\n \n'],
  ])('%s', (_, text) => {
    expect(parse(text).diagnostics).toEqual([]);
    expect(cellsOf(text)).toEqual([{ id: 'x', activity: 'Back up' }]);
  });

  test('the delimiter is counted outside quotes', () => {
    expect(cellsOf('id;"what, where, when"\nx;1\n')).toEqual([{ id: 'x', 'what, where, when': '1' }]);
  });

  test('text inside a cell is kept: no-break spaces, delimiters, quotes, line breaks as LF', () => {
    const text = 'id,activity\nx,"\u00A0Qui\u202F? ""Elle"", lui\r\net  eux\u00A0"\n';
    expect(cellsOf(text)).toEqual([{ id: 'x', activity: '\u00A0Qui\u202F? "Elle", lui\net  eux\u00A0' }]);
  });

  test('what users type is never interpreted', () => {
    const typed = ['=cmd()', '{{x}}', '<b>', '../', '\u0000', '\u202Eabc', 'x'.repeat(40_000)];
    const table = parse(`a\n${typed.join('\n')}\n`).value!;
    expect(table.rows.map((row) => row.cell('a')!.text)).toEqual(typed);
  });

  test('rows know their record, blank lines counted', () => {
    expect(parse('a\n\nx\n').value!.rows[0]!.cell('a')).toEqual({ text: 'x', record: 2, field: 0 });
  });

  test('a column that the file lacks has no cell', () => {
    expect(parse('a\nx\n').value!.rows[0]!.cell('b')).toBeUndefined();
  });

  test('the dialect tells how the file was written', () => {
    expect(parse('\uFEFFa;b\r\n1;"2\n3"\r\n').value!.dialect).toEqual({
      delimiter: ';',
      encoding: 'utf-8',
      bom: true,
      newline: '\r\n',
    });
  });
});

describe('faults of the table are found, with the table where it can be read', () => {
  test('a record with too few cells and one with too many', () => {
    const text = 'id,activity,customer\nx,Back up\ny,Restore, R,A\n';
    expect(parse(text).value!.rows).toHaveLength(2);
    expect(findings(text)).toEqual([
      { rule: 'csv-ragged', place: { file: path, cell: { record: 1, field: 1 } } },
      { rule: 'csv-ragged', place: { file: path, cell: { record: 2, field: 3 } } },
    ]);
    expect(parse(text).diagnostics.map((found) => found.message)).toEqual([
      'Found 2 cells in this record; the header has 3.',
      'Found 4 cells in this record; the header has 3.',
    ]);
  });

  test('a column named twice', () => {
    expect(findings('id,R,r\nx,1,2\n')).toEqual([
      { rule: 'csv-header-duplicate', place: { file: path, cell: { record: 0, field: 2 } } },
    ]);
  });

  test('text under a column without a name', () => {
    expect(findings('id,,b,\nx,,1,\ny,lost,2,\n')).toEqual([
      { rule: 'csv-header-empty', place: { file: path, cell: { record: 2, field: 1 } } },
    ]);
  });

  test.each([
    ['', 'csv-empty'],
    ['\uFEFF', 'csv-empty'],
    ['\n \n', 'csv-empty'],
    ['\nid,activity\n', 'csv-header-missing'],
    [',,\nid,activity\n', 'csv-header-missing'],
  ])('no header: %j', (text, rule) => {
    expect(parse(text).value).toBeUndefined();
    expect(findings(text)).toEqual([{ rule, place: { file: path, line: 1, column: 1, length: 0 } }]);
  });

  test('a delimiter stated by sep= that is none', () => {
    expect(findings('sep=|\nid|activity\n')).toEqual([
      { rule: 'csv-separator', place: { file: path, line: 1, column: 5, length: 1 } },
    ]);
  });
});

describe('quotes in wrong places are found where they stand', () => {
  test.each([
    ['a quote that is never closed', 'a,b\nx,"y\nz,1\n', 2, 3],
    ['text behind a closing quote', 'a,b\nx,"y" z\n', 2, 3],
    ['a quote inside an unquoted cell', 'a,b\nx,5" disk\n', 2, 4],
    ['a space before an opening quote', 'a,b\nx, "y, z"\n', 2, 4],
    ['a quote in the header', 'a,b"\nx,y\n', 1, 4],
  ])('%s', (_, text, line, column) => {
    expect(parse(text).value).toBeUndefined();
    expect(findings(text)).toEqual([{ rule: 'csv-quote', place: { file: path, line, column, length: 1 } }]);
  });

  test('each of several is found', () => {
    expect(findings('a,b\n5",6"\n7",8\n')).toHaveLength(3);
  });
});

describe('what is too large is refused before it is parsed', () => {
  test('a file', () => {
    const bytes = new Uint8Array(limits.bytes + 1).fill(0x61);
    expect(parseTable({ path, bytes }, { language: 'en' }).diagnostics).toMatchObject([
      { rule: 'csv-too-large' },
    ]);
  });

  test('a record', () => {
    expect(findings(`a${','.repeat(limits.columns)}\n`)).toMatchObject([{ rule: 'csv-too-large' }]);
  });

  test('a cell', () => {
    expect(findings(`a,b\nx,${'y'.repeat(limits.cell + 1)}\n`)).toEqual([
      { rule: 'csv-too-large', place: { file: path, line: 2, column: 3, length: 1 } },
    ]);
  });

  test('the number of records', () => {
    expect(findings(`a${'\n'.repeat(limits.records + 2)}`)).toMatchObject([{ rule: 'csv-too-large' }]);
  });
});

describe('a table that is put away', () => {
  const bytes = new Uint8Array(Buffer.from('\ufeffid;text\n1;"a\nb"\n;\n2;é\n'));
  const file = { path: 'a.csv', bytes };

  test('is read again from its bytes, as often as it is asked', () => {
    const table = parseTable(file, { language: 'en' }).value!;
    const away = putAway(table, file, { language: 'en' });
    const other = { path: 'b.csv', bytes: new Uint8Array(Buffer.from('id\nother\n')) };
    const second = putAway(parseTable(other, { language: 'en' }).value!, other, { language: 'en' });
    const say = (one: Table) => one.rows.map((row) => [row.record, row.cell('id'), row.cell('text')]);
    for (const _ of [1, 2]) {
      expect(say(away)).toEqual(say(table));
      expect(second.text).toBe('id\nother\n');
      expect(away.text).toBe(table.text);
    }
  });
});
