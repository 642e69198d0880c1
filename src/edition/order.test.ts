import { describe, expect, it } from 'vitest';
import { compareEditionAges } from './order.ts';

const inOrder = (...editions: (readonly [date: string, edition: string])[]) =>
  editions
    .map(([date, edition]) => ({ date, edition }))
    .sort(compareEditionAges)
    .map(({ edition }) => edition);

describe('the order of editions', () => {
  it('is that of their dates', () => {
    expect(inOrder(['2026-09-01', 'a'], ['2025-01-01', 'z'])).toEqual(['z', 'a']);
  });

  it('on one day is that of their names, as people count', () => {
    const named = (...names: string[]) => inOrder(...names.map((name) => ['2026-01-01', name] as const));
    expect(named('10', '9', '1')).toEqual(['1', '9', '10']);
    expect(named('2026-10', '2026-9', '2026')).toEqual(['2026', '2026-9', '2026-10']);
    expect(named('1.10', '1.9b', '1.9')).toEqual(['1.9', '1.9b', '1.10']);
  });

  it('tells names apart that differ in case alone, always in the same way', () => {
    const names = ['b', 'B', 'A', 'a'].map((edition) => ({ date: '2026-01-01', edition }));
    const sorted = (list: typeof names) => list.toSorted(compareEditionAges).map(({ edition }) => edition);
    expect(sorted(names)).toEqual(sorted(names.toReversed()));
  });
});
