import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeCodePage } from './codepages.ts';
import { replaceCells } from './edit.ts';
import { positionAt } from './line.ts';
import { cellLocator } from './locate.ts';
import { parseTable } from './parse.ts';
import type { Dialect, Table } from './table.ts';
import { writeCsv } from './write.ts';

// The same texts in every run: a test that fails now and then teaches nobody.
fc.configureGlobal({ seed: 20_260_301 });

/** Texts that try a CSV file: quotes, delimiters, line breaks, no-break spaces, letters, pairs of code units. */
const pieces = [
  'a',
  'R',
  ' ',
  '"',
  ',',
  ';',
  '\t',
  '\n',
  '\u00A0',
  '\u202F',
  'é',
  'ł',
  'ж',
  '😀',
  '=',
  '\u0001',
  'sep=;',
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((found) => found.join(''));
/** A text as a cell gives it back: without outer white space. */
const cellText = text.map((found) => found.replace(/^[ \t\n]+|[ \t\n]+$/g, ''));
const grid = (cell: fc.Arbitrary<string>) =>
  fc.integer({ min: 1, max: 4 }).chain((width) =>
    fc.record({
      header: fc.constant(Array.from({ length: width }, (_, field) => `column ${field}`)),
      rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }),
    }),
  );

const dialects: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t'),
  encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252'),
  bom: fc.boolean(),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
});

/** Writes a table as another program would. */
function writeAs(rows: readonly (readonly string[])[], dialect: Dialect, quoteAll: boolean): string {
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell) => (quoteAll || /[,;\t"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
      .join(dialect.delimiter) + dialect.newline;
  return rows.map(line).join('');
}

function encodeAs(content: string, { encoding, bom }: Dialect): Uint8Array | undefined {
  const marked = (bom || encoding.startsWith('utf-16') ? '\uFEFF' : '') + content;
  if (encoding === 'utf-8') return new TextEncoder().encode(marked);
  if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(marked, 'utf16le'));
  if (encoding === 'utf-16be') return new Uint8Array(Buffer.from(marked, 'utf16le').swap16());
  const encoded = encodeCodePage(content, 'windows-1252');
  return 'bytes' in encoded ? encoded.bytes : undefined;
}

/** Without a table of letters, so that any text of a code page is read. */
const parse = (bytes: Uint8Array) => parseTable({ path: 'm.csv', bytes }, { language: 'is' });
const cellsOf = (table: Table): string[][] =>
  table.rows.map((row) => table.header.map((name) => row.cell(name.text)!.text));
const isFilled = (cells: readonly string[]): boolean => cells.some((cell) => cell !== '');

describe('for any text', () => {
  test('what is written is read back', () => {
    fc.assert(
      fc.property(grid(cellText), ({ header, rows }) => {
        const parsed = parse(new TextEncoder().encode(writeCsv(header, rows)));
        expect(parsed.diagnostics.filter((found) => found.rule !== 'csv-mojibake')).toEqual([]);
        expect(cellsOf(parsed.value!)).toEqual(rows.filter(isFilled));
      }),
    );
  });

  test('every cell is located where its text stands, in every dialect', () => {
    fc.assert(
      fc.property(grid(cellText), dialects, fc.boolean(), ({ header, rows }, dialect, quoteAll) => {
        const bytes = encodeAs(writeAs([header, ...rows], dialect, quoteAll), dialect);
        fc.pre(bytes !== undefined);
        const table = parse(bytes!).value!;
        const locate = cellLocator(table.text, table.dialect);
        const offsetOf = offsetsByPosition(table.text);
        for (const row of table.rows) {
          for (const { text: name } of table.header) {
            const cell = row.cell(name)!;
            const { line, column } = locate(cell.record, cell.field);
            expect(valueAt(table.text, offsetOf(line, column), table.dialect)).toBe(cell.text);
          }
        }
      }),
    );
  });

  test('every character of a cell is located by its offset', () => {
    fc.assert(
      fc.property(grid(cellText), dialects, ({ header, rows }, dialect) => {
        const bytes = encodeAs(writeAs([header, ...rows], dialect, true), dialect);
        fc.pre(bytes !== undefined);
        const table = parse(bytes!).value!;
        const locate = cellLocator(table.text, table.dialect);
        const offsetOf = offsetsByPosition(table.text);
        for (const cell of table.rows.flatMap((row) => table.header.map((name) => row.cell(name.text)!))) {
          for (let offset = 0; offset < cell.text.length; offset++) {
            const { line, column } = locate(cell.record, cell.field, offset);
            const raw = table.text[offsetOf(line, column)];
            expect(raw === '\r' ? '\n' : raw).toBe(cell.text[offset]);
          }
        }
      }),
    );
  });

  test('an edit changes its cell and leaves every other as it was', () => {
    fc.assert(
      fc.property(grid(cellText), dialects, fc.boolean(), cellText, fc.nat(), fc.nat(), (...given) => {
        const [{ header, rows }, dialect, quoteAll, to, at, across] = given;
        const bytes = encodeAs(writeAs([header, ...rows], dialect, quoteAll), dialect);
        fc.pre(bytes !== undefined && rows.length > 0);
        const table = parse(bytes!).value!;
        const [record, field] = [(at % rows.length) + 1, across % header.length];
        const changed = replaceCells(bytes!, table, [{ record, field, text: to }]);
        fc.pre(changed.value !== undefined);
        const after = parse(changed.value!).value!;
        const expected = rows.map((row, i) => (i === record - 1 ? row.with(field, to) : row));
        expect(cellsOf(after)).toEqual(expected.filter(isFilled));
        expect(after.dialect).toMatchObject({ delimiter: table.dialect.delimiter, bom: table.dialect.bom });
      }),
    );
  });

  test('an edit to the text that stands there changes no byte', () => {
    fc.assert(
      fc.property(grid(cellText), dialects, ({ header, rows }, dialect) => {
        const bytes = encodeAs(writeAs([header, ...rows], dialect, true), { ...dialect });
        fc.pre(bytes !== undefined && dialect.newline !== '\r');
        const table = parse(bytes!).value!;
        const edits = table.rows.flatMap((row) =>
          table.header
            .map((name) => row.cell(name.text)!)
            .map(({ record, field, text: to }) => ({ record, field, text: to })),
        );
        expect(replaceCells(bytes!, table, edits).value).toEqual(bytes);
      }),
    );
  });
});

describe('for any bytes', () => {
  test('reading ends with a table or with findings, never with an exception', () => {
    const alphabet = ['a', '"', '"', ',', ';', '\n', '\r', '\r\n', ' ', '\t', '\u0000', 'é'];
    const raw = fc.array(fc.constantFrom(...alphabet), { maxLength: 24 }).map((found) => found.join(''));
    fc.assert(
      fc.property(raw, (content) => {
        const parsed = parse(new TextEncoder().encode(content));
        expect(parsed.value !== undefined || parsed.diagnostics.length > 0).toBe(true);
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const parsed = parse(bytes);
        expect(parsed.value !== undefined || parsed.diagnostics.length > 0).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('the parser and the locator agree on where cells stand', () => {
    const raw = fc.array(fc.constantFrom('a', 'b', '"x"', '"', ',', '\n', '\r\n', ' '), { maxLength: 24 });
    fc.assert(
      fc.property(raw, (content) => {
        const table = parse(new TextEncoder().encode(content.join(''))).value;
        fc.pre(table !== undefined);
        const locate = cellLocator(table!.text, table!.dialect);
        const offsetOf = offsetsByPosition(table!.text);
        for (const cell of table!.rows.flatMap((row) => table!.header.map((name) => row.cell(name.text)!))) {
          const { line, column } = locate(cell.record, cell.field);
          expect(valueAt(table!.text, offsetOf(line, column), table!.dialect)).toBe(cell.text);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

/** The value of the cell that stands at an offset, found another way than by the locator. */
function valueAt(content: string, offset: number, { delimiter }: Dialect): string {
  const rest = content.slice(offset);
  const quoted = /^"((?:[^"]|"")*)"/.exec(rest)?.[1]?.replaceAll('""', '"');
  const value = quoted ?? rest.split(/[\r\n]/)[0]!.split(delimiter)[0]!;
  return value.replace(/\r\n?/g, '\n').replace(/^[ \t\n]+|[ \t\n]+$/g, '');
}

/** The offset at a line and column, found the slow way. */
function offsetsByPosition(content: string): (line: number, column: number) => number {
  const offsets = new Map<string, number>();
  for (let offset = 0; offset <= content.length; offset++) {
    const { line, column } = positionAt(content, offset);
    if (!offsets.has(`${line}:${column}`)) offsets.set(`${line}:${column}`, offset);
  }
  return (line, column) => offsets.get(`${line}:${column}`)!;
}
