import { describe, expect, it } from 'vitest';
import { columnLetters, rangeAddress, sheetRange } from './address.ts';
import { definedNames, headerNames, sheetNames } from './names.ts';

describe('names that Excel allows', () => {
  it('keeps a sheet name that is allowed as it is', () => {
    expect(sheetNames(['Overview', 'Vue d’ensemble', 'Übersicht'])).toEqual([
      'Overview',
      'Vue d’ensemble',
      'Übersicht',
    ]);
  });

  it('replaces what a sheet name may not hold', () => {
    expect(sheetNames(['a[b]:c*d?e/f\\g', "d'accord", ' \u0000 ', 'History'])).toEqual([
      'a b c d e f g',
      'd’accord',
      'Sheet',
      'History_',
    ]);
  });

  it('shortens sheet names to 31 characters and keeps them apart whatever their case', () => {
    const long = 'A very long name of a responsibility matrix';
    const names = sheetNames([long, long.toUpperCase(), 'Matrix', 'MATRIX', 'matrix (2)']);
    expect(names).toEqual([
      'A very long name of a responsib',
      'A VERY LONG NAME OF A RESPO (2)',
      'Matrix',
      'MATRIX (2)',
      'matrix (2) (2)',
    ]);
  });

  it('never cuts a character in two', () => {
    expect(sheetNames([`${'x'.repeat(30)}😀`])).toEqual(['x'.repeat(30)]);
  });

  it('makes headers of a table distinct, one line each, and never empty', () => {
    expect(headerNames(['Customer', 'customer', 'two\nlines', ''])).toEqual([
      'Customer',
      'customer (2)',
      'two lines',
      '–',
    ]);
  });

  it('makes names of ranges that formulas can read', () => {
    expect(definedNames(['Matrix_party-a', 'Matrix_party_a', '1st', 'R', 'RA1', 'R1C1'])).toEqual([
      'Matrix_party_a',
      'Matrix_party_a_2',
      '_1st',
      '_R',
      '_RA1',
      '_R1C1',
    ]);
  });
});

describe('addresses', () => {
  it('counts columns in letters', () => {
    expect([1, 26, 27, 52, 702, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA']);
  });

  it('writes a range, a single cell, and a range of another sheet', () => {
    const range = { top: 2, left: 3, bottom: 9, right: 4 };
    expect(rangeAddress(range)).toBe('C2:D9');
    expect(rangeAddress({ ...range, bottom: 2, right: 3 })).toBe('C2');
    expect(sheetRange("d'accord", range)).toBe("'d''accord'!$C$2:$D$9");
  });
});
