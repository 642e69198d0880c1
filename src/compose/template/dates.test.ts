import { describe, expect, it } from 'vitest';
import { writeDate } from './dates.ts';
import { writeNumeral } from './numerals.ts';

const words = new Map([
  ['date-pattern', '{day} {month} {year}'],
  ['date-pattern-first', '1er {month} {year}'],
  ['month-03', 'mars'],
]);

describe('a date', () => {
  it('follows the pattern of the language', () => {
    expect(writeDate('2026-03-09', words)).toBe('9 mars 2026');
  });

  it('has a pattern of its own on the first of a month', () => {
    expect(writeDate('2026-03-01', words)).toBe('1er mars 2026');
  });

  it('is printed as it stands where it is no ISO date', () => {
    expect(writeDate('March 2026', words)).toBe('March 2026');
  });
});

describe('a numeral', () => {
  it('is grouped by the sign of the language from five digits on', () => {
    const grouped = new Map([['digit-group', '.']]);
    expect([1234, 12345, 1234567].map((amount) => writeNumeral(amount, grouped))).toEqual([
      '1234',
      '12.345',
      '1.234.567',
    ]);
  });

  it('is not grouped where the language has no sign for it', () => {
    expect(writeNumeral(12345, new Map())).toBe('12345');
  });
});
