import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCodes, resolveCodeSet } from '../../catalogue/codes.ts';
import type { JoinedMatrix } from '../joined.ts';
import { adoptCodes } from './codes.ts';
import { cellAdopter } from './rows.ts';

const racis = { name: 'RASCI' } as const;
const words = {
  codes: [
    { sign: 'You', name: undefined },
    { sign: 'Shared', name: 'Both of us' },
    { sign: 'Microsoft Corporation', name: undefined },
    { sign: 'G+C', name: undefined },
  ],
};

const setOf = (codes: ReturnType<typeof adoptCodes>) =>
  resolveCodeSet(codes.set, () => undefined, 'en', { file: 'annex.yaml' });

describe('codes of a page', () => {
  it('go by the name of their set', () => {
    const codes = adoptCodes(racis);
    expect(codes.set).toBe('RASCI');
    expect(codes.write(['R', 'A'])).toBe('RA');
  });

  it('keep the words of the page, and those it explains them with', () => {
    expect(adoptCodes(words).set).toMatchObject([
      { sign: 'You', name: 'You', meaning: 'You' },
      { sign: 'Shared', name: 'Both of us', meaning: 'Both of us' },
      { sign: 'MC', name: 'Microsoft Corporation' },
      { sign: 'GC', name: 'G+C' },
    ]);
  });

  it('are read again as they were written', () => {
    const codes = adoptCodes(words);
    const { held, unknown } = readCodes(codes.write(['Shared', 'Microsoft Corporation']), setOf(codes));
    expect(unknown).toEqual([]);
    expect(held).toEqual(['Shared', 'MC']);
  });
});

describe('a cell that is not certain', () => {
  const cell = (seen: string, codes: readonly string[] | undefined, flag = true): JoinedMatrix =>
    ({
      rows: [{ cells: [{ party: 0, seen, codes }] }],
      flagged: flag ? [{ row: 0, line: 1, party: 0, found: seen, reason: '' }] : [],
    }) as unknown as JoinedMatrix;

  it('is written as it was seen, with a question mark', () => {
    expect(cellAdopter(cell('RA', undefined), String)(0, 0)).toEqual({ text: 'RA?', isCertain: false });
    expect(cellAdopter(cell('', undefined), String)(0, 0).text).toBe('?');
  });

  it('stays uncertain where its codes were read and somebody doubts them', () => {
    expect(cellAdopter(cell('RA', ['R', 'A']), String)(0, 0).text).toBe('RA?');
  });

  it('is never taken for codes, whatever was seen in it', () => {
    const sets = [adoptCodes(racis), adoptCodes(words)].map((codes) => ({ codes, set: setOf(codes) }));
    const seen = fc.oneof(fc.string(), fc.stringMatching(/^[RACISrac/, ?-]{0,6}$/));
    fc.assert(
      fc.property(seen, (text) => {
        for (const { codes, set } of sets) {
          const written = cellAdopter(cell(text, undefined), codes.write)(0, 0).text;
          expect(readCodes(written, set).unknown).not.toEqual([]);
        }
      }),
      { seed: 20_261_121 },
    );
  });
});
