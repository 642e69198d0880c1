import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alignSequences } from './sequence.ts';

const gap = -1;
const same = (one: string, other: string) => (a: number, b: number) => (one[a] === other[b] ? 2 : -2);
const pairsOf = (one: string, other: string) =>
  alignSequences(one.length, other.length, same(one, other), gap).map(({ a, b }) => `${one[a]}${b}`);

it('pairs what goes together, in order, and leaves the rest alone', () => {
  expect(pairsOf('abcd', 'abcd')).toEqual(['a0', 'b1', 'c2', 'd3']);
  expect(pairsOf('abcd', 'acd')).toEqual(['a0', 'c1', 'd2']);
  expect(pairsOf('acd', 'xacyd')).toEqual(['a1', 'c2', 'd4']);
  expect(pairsOf('abc', '')).toEqual([]);
});

it('tells a toss-up by a margin of nothing', () => {
  const [only] = alignSequences(2, 1, () => 2, gap);
  expect(only?.margin).toBe(0);
});

it('tells by its margin how much worse the next best is', () => {
  const [first] = alignSequences(1, 1, () => 3, gap);
  expect(first?.margin).toBe(5);
});

it('finds no better alignment by trying all', () => {
  const table = fc.array(fc.array(fc.integer({ min: -3, max: 4 }), { minLength: 4, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(table, (scores) => {
      const score = (a: number, b: number) => scores[a]![b]!;
      const pairs = alignSequences(scores.length, 4, score, gap);
      const alone = scores.length + 4 - pairs.length * 2;
      const total = pairs.reduce((sum, { a, b }) => sum + score(a, b), alone * gap);
      expect(total).toBe(best(scores, 0, 0));
    }),
    { seed: 20_261_121 },
  );
});

/** The best score of all alignments of what stands from a and b on. */
function best(scores: readonly (readonly number[])[], a: number, b: number): number {
  if (a === scores.length || b === 4) return (scores.length - a + 4 - b) * gap;
  return Math.max(
    scores[a]![b]! + best(scores, a + 1, b + 1),
    gap + best(scores, a + 1, b),
    gap + best(scores, a, b + 1),
  );
}
