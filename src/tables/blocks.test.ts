import { describe, expect, it } from 'vitest';
import { error } from '../diagnostics/diagnostic.ts';
import { readBlocks } from './blocks.ts';
import { parseTable } from './parse.ts';
import type { Table } from './table.ts';

const path = 'long.csv';
const options = { language: 'en' };
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Chunks that end wherever they happen to: in the middle of a letter, of a quoted line break. */
function* chunksOf(text: string, size: number): Generator<Uint8Array> {
  const bytes = bytesOf(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const rowsOf = (table: Table) => table.rows.map((row) => [row.cell('id')?.text, row.cell('name')?.text]);

function tableOf(rows: number, newline = '\n'): string {
  const lines = Array.from({ length: rows }, (_, i) =>
    i % 7 === 0
      ? `c${i},"Ünïcødé${newline}""${i}"", and sons"`
      : i % 11 === 0
        ? ''
        : `c${i},Name ${i} – żółć`,
  );
  return ['id,name', ...lines].join(newline);
}

describe.each(['\n', '\r\n'])('a table read in blocks, with line break %j', (newline) => {
  const text = tableOf(200, newline);

  it.each([1, 37, 500])('has the rows of the whole table, from chunks of %i bytes', (size) => {
    const whole = parseTable({ path, bytes: bytesOf(text) }, options).value!;
    const blocks = [...readBlocks({ path, chunks: chunksOf(text, size) }, options, 400)];
    expect(blocks.length).toBeGreaterThan(5);
    expect(blocks.flatMap(({ table }) => rowsOf(table!))).toEqual(rowsOf(whole));
  });

  it('says of a row the line on which it begins in the file', () => {
    const lines = text.split(newline);
    for (const { table, lineOf, locate } of readBlocks({ path, chunks: chunksOf(text, 100) }, options, 400)) {
      for (const row of table!.rows) {
        const { text: id, record, field } = row.cell('id')!;
        expect(lines[lineOf(row) - 1]).toMatch(new RegExp(`^${id},`));
        const [found] = locate([error('x', { file: path, cell: { record, field } }, 'x')]);
        expect(found!.place).toMatchObject({ line: lineOf(row), column: 1 });
        expect(found!.sourceLine).toBe(lines[lineOf(row) - 1]);
      }
    }
  });
});

it('a fault far down is said where it stands in the file, and one of the header once', () => {
  const text = `id,name,name\n${'a,b,c\n'.repeat(300)}x,"stray"quote,c\n`;
  const found = [...readBlocks({ path, chunks: chunksOf(text, 64) }, options, 256)].flatMap(
    ({ diagnostics }) => diagnostics,
  );
  expect(found.map(({ rule, place }) => [rule, 'line' in place && place.line])).toEqual([
    ['csv-header-duplicate', 1],
    ['csv-quote', 302],
  ]);
});

it('a ragged row is known as such in its block', () => {
  const text = `id,name\n${'a,b\n'.repeat(100)}lonely\n${'a,b\n'.repeat(100)}`;
  const ragged = [...readBlocks({ path, chunks: chunksOf(text, 64) }, options, 128)].flatMap((block) =>
    block.table!.rows.filter((row) => block.ragged(row).length > 0).map(block.lineOf),
  );
  expect(ragged).toEqual([102]);
});

it('a file in a code page is read as a whole', () => {
  const bytes = Buffer.from(`id,name\n${'a,S\xf6hne\n'.repeat(100)}`, 'latin1');
  const blocks = [
    ...readBlocks({ path, chunks: [bytes.subarray(0, 300), bytes.subarray(300)] }, options, 100),
  ];
  expect(blocks).toHaveLength(1);
  expect(blocks[0]!.table!.rows[99]!.cell('name')!.text).toBe('Söhne');
  expect(blocks[0]!.diagnostics.map(({ rule }) => rule)).toEqual(['csv-encoding']);
});
