import { expect, it } from 'vitest';
import { type NumberedSection, settleNumbers } from './numbers.ts';
import type { Branch } from './tree.ts';

const section = (number: string | undefined, rows = 1, children: readonly Branch[] = []): Branch => ({
  number,
  title: number ?? 'untitled',
  line: 1,
  rows: Array.from({ length: rows }, (_, index) => index),
  children,
});

const listed = (sections: readonly NumberedSection[]): string[] =>
  sections.flatMap(({ number, children }) => [number, ...listed(children)]);

it('keeps the numbers that were published, gaps and all', () => {
  const roots = [section('1', 0, [section('1.1'), section('1.4')]), section('3')];
  expect(listed(settleNumbers(roots))).toEqual(['1', '1.1', '1.4', '3']);
});

it('leaves sections without numbers to be counted', () => {
  expect(listed(settleNumbers([section(undefined), section(undefined)]))).toEqual(['', '']);
});

it('gives the next free number to a section whose number is another’s', () => {
  const [, second] = settleNumbers([section('2'), section('2'), section('3')]);
  expect(second).toMatchObject({ number: '4', lost: '2' });
});

it('puts what stands before section 1 under 0', () => {
  expect(listed(settleNumbers([section(undefined), section('1')]))).toEqual(['0', '1']);
});

it('parts rows from numbered sections whose numbers would be their clauses', () => {
  const parted = settleNumbers([section('3', 2, [section('3.1'), section('3.2')])]);
  expect(listed(parted)).toEqual(['3', '3.0', '3.1', '3.2']);
  expect(parted[0]!.rows).toEqual([]);
  expect(parted[0]!.children[0]!.rows).toEqual([0, 1]);
});

it('counts sections on from the rows that stand before them', () => {
  const counted = settleNumbers([section('3', 2, [section(undefined), section('3.9')])]);
  expect(listed(counted)).toEqual(['3', '3.3', '3.9']);
});
