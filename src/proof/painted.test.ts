import { describe, expect, it } from 'vitest';
import type { LocalizedActivity, LocalizedProduct } from '../catalogue/localized.ts';
import { provePainted } from './painted.ts';

const activity = (
  clause: string,
  text: string,
  customer: string[],
  provider: string[],
): LocalizedActivity => ({
  id: clause,
  clause,
  text,
  note: undefined,
  cells: [
    { party: 'customer', held: customer },
    { party: 'provider', held: provider },
  ],
});

const product = {
  sections: [
    {
      key: 'use',
      number: '1',
      title: 'Use',
      depth: 1,
      activities: [
        activity('1.1', 'Back up the service – every night', ['I'], ['R', 'A']),
        activity('1.2', 'Restore what was lost', ['R', 'A'], []),
      ],
    },
  ],
} as unknown as LocalizedProduct;

const good = [
  '1',
  'Use',
  '1.1',
  'Back up the service\u00a0–',
  'every night¹',
  'I',
  'R A',
  '1.2',
  'Restore what was lost',
  'R A',
  '–',
];
const clauses = (painted: readonly string[]) => provePainted(product, painted).map(({ clause }) => clause);

describe('the proof of what was painted', () => {
  it('accepts a text broken over lines and pages, with headers in between', () => {
    expect(clauses(good)).toEqual([]);
    expect(clauses(good.toSpliced(4, 0, 'Use', 'Customer', 'Provider'))).toEqual([]);
  });

  it('accepts a hyphen where a word was broken', () => {
    expect(clauses(good.toSpliced(8, 1, 'Restore what was lo-', 'st'))).toEqual([]);
  });

  it.each([
    ['a lost line', good.toSpliced(4, 1), ['1.1']],
    ['a lost row', good.slice(0, 7), ['1.2']],
    ['swapped codes', good.toSpliced(5, 2, 'R A', 'I'), ['1.1']],
    ['a lost code', good.toSpliced(6, 1, 'R'), ['1.1']],
    ['a code for a dash', good.toSpliced(10, 1, 'I'), ['1.2']],
    [
      'texts in each other’s rows',
      good.with(3, 'Restore what was lost').with(8, 'Back up the service – every night'),
      ['1.1', '1.2'],
    ],
  ])('sees %s', (_, painted, expected) => {
    expect(clauses(painted)).toEqual(expected);
  });
});
