import { expect, test } from 'vitest';
import type { OfficeParts } from '../../readers/office.ts';
import { readXlsx } from './xlsx.ts';

/** A workbook of one sheet, from its rows: `1: A=text B=text`. */
function workbook(rows: readonly string[], merges: readonly string[] = []): OfficeParts {
  const cells = rows.map((row) => {
    const [number, rest] = row.split(/: /u) as [string, string];
    const written = rest.split(' ').map((cell) => {
      const [column, text] = cell.split('=') as [string, string];
      return `<c r="${column}${number}" t="inlineStr"${text.endsWith('!') ? ' s="1"' : ''}><is><t>${text}</t></is></c>`;
    });
    return `<row r="${number}">${written.join('')}</row>`;
  });
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  const parts = {
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="Matrix" r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml':
      '<styleSheet><fonts><font/><font><b/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${cells.join('')}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`,
  };
  const encoder = new TextEncoder();
  return new Map(Object.entries(parts).map(([path, text]) => [path, encoder.encode(text)]));
}

/** Blocks as lines, cells with their span where it is not 1. */
function show(parts: OfficeParts): string[] {
  return readXlsx(parts, 'a.xlsx').blocks.map((block) => {
    if (block.kind === 'heading') return `${block.line} # ${block.text}`;
    if (block.kind === 'text') return `${block.line} ${block.lines.map(({ text }) => text).join(' / ')}`;
    const rows = block.rows.map((row) =>
      row.cells.map(({ text, span }) => (span > 1 ? `${text}×${span}` : text)).join(' ¦ '),
    );
    return `${block.line} grid: ${rows.join(' / ')}`;
  });
}

test('a sheet is a heading, the lines above its table, and its table', () => {
  expect(show(workbook(['1: B=Title', '3: B=Activity C=We D=You', '4: B=Run C=R', '6: B=Note']))).toEqual([
    '1 # Matrix',
    '1 Title',
    '3 grid: Activity ¦ We ¦ You / Run ¦ R ¦ ',
    '6 Note',
  ]);
});

test('merged cells span columns, and are repeated where they reach down', () => {
  const rows = ['1: A=Activity B=We C=You', '2: A=Group', '3: A=Run B=R', '4: C=I'];
  expect(show(workbook(rows, ['A2:C2', 'A3:A4']))).toEqual([
    '1 # Matrix',
    '1 grid: Activity ¦ We ¦ You / Group×3 / Run ¦ R ¦  / Run ¦  ¦ I',
  ]);
});

test('what stands below empty rows in other columns, all of them filled, is a table of its own', () => {
  const rows = ['1: A=Activity B=We C=You', '2: A=Run B=R', '5: A=R B=Runs', '6: A=I B=Knows'];
  expect(show(workbook(rows))).toEqual([
    '1 # Matrix',
    '1 grid: Activity ¦ We ¦ You / Run ¦ R ¦ ',
    '5 grid: R ¦ Runs / I ¦ Knows',
  ]);
});

test('bold is told from the look of a cell', () => {
  const [, grid] = readXlsx(workbook(['1: A=Activity! B=We']), 'a.xlsx').blocks;
  expect(grid?.kind === 'grid' && grid.rows[0]!.cells.map(({ strong }) => strong)).toEqual([true, false]);
});
