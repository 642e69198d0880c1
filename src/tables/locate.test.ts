import { describe, expect, test } from 'vitest';
import { lineStarts, positionAt, sourceLine } from './line.ts';
import { cellLocator, locateCell } from './locate.ts';

const comma = { delimiter: ',' } as const;

describe('a cell is found in the raw text', () => {
  test.each([
    ['plain', 'a,b\nx,yes\n', 1, 1, { line: 2, column: 3, length: 3 }],
    ['without its outer spaces', 'a,b\nx,  yes \n', 1, 1, { line: 2, column: 5, length: 3 }],
    ['with its quotes', 'a,b\nx,"y,s"\n', 1, 1, { line: 2, column: 3, length: 5 }],
    ['up to the end of its first line', 'a,b\nx,"y\r\nz"\n', 1, 1, { line: 2, column: 3, length: 2 }],
    [
      'behind a cell of two lines, CRLF being one',
      'a,b\r\n"x\r\ny",z\r\n',
      1,
      1,
      { line: 3, column: 4, length: 1 },
    ],
    ['behind blank lines', 'a\n\n\nx\n', 3, 0, { line: 4, column: 1, length: 1 }],
    ['empty', 'a,b\nx,\n', 1, 1, { line: 2, column: 3, length: 0 }],
    ['that the record lacks, at its end', 'a,b\nx\n', 1, 1, { line: 2, column: 2, length: 0 }],
    ['behind the line sep=,', 'sep=,\na,b\nx,y\n', 1, 1, { line: 3, column: 3, length: 1 }],
    ['of a file with CR alone', 'a,b\rx,y\r', 1, 1, { line: 2, column: 3, length: 1 }],
  ])('%s', (_, text, record, field, expected) => {
    expect(locateCell(text, comma, record, field)).toEqual(expected);
  });
});

describe('an offset into the value is found', () => {
  test.each([
    ['plain', 'a\nR,Z\n', 0, 0, { line: 2, column: 1, length: 1 }],
    ['behind outer spaces', 'a\n   RZ\n', 0, 1, { line: 2, column: 5, length: 1 }],
    ['behind a doubled quote', 'a\n"5"" Z"\n', 0, 3, { line: 2, column: 6, length: 1 }],
    ['behind a line break', 'a\n"1\r\n2"\n', 0, 2, { line: 3, column: 1, length: 1 }],
    ['a character of two code units', 'a\nx😀\n', 0, 1, { line: 2, column: 2, length: 2 }],
    ['at the end', 'a\n"xy"\n', 0, 2, { line: 2, column: 4, length: 0 }],
  ])('%s', (_, text, field, offset, expected) => {
    expect(locateCell(text, comma, 1, field, offset)).toEqual(expected);
  });
});

test('one locator finds cells in any order', () => {
  const locate = cellLocator('a,b\n1,2\n3,4\n', comma);
  expect([locate(2, 1), locate(0, 0), locate(1, 1)]).toEqual([
    { line: 3, column: 3, length: 1 },
    { line: 1, column: 1, length: 1 },
    { line: 2, column: 3, length: 1 },
  ]);
});

test('a line is given without its break', () => {
  const text = 'one\r\ntwo\rthree\n';
  expect([1, 2, 3, 4, 5].map((line) => sourceLine(text, line))).toEqual(['one', 'two', 'three', '', '']);
  expect(positionAt(text, text.indexOf('three') + 1, lineStarts(text))).toEqual({ line: 3, column: 2 });
});
