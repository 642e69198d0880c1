import { expect, it } from 'vitest';
import type { Agreement, Evidence } from './evidence.ts';
import { matchRows } from './match.ts';

/** Evidence from tables of kinship and codes: `=` same, `!` differ, `?` unknown. */
function evidence(kin: readonly (readonly number[])[], codes: readonly string[]): Evidence {
  const agreements: Readonly<Record<string, Agreement>> = { '=': 'same', '!': 'differ', '?': 'unknown' };
  const agree = (a: number, b: number) => agreements[codes[a]![b]!]!;
  const kinship = (a: number, b: number) => kin[a]![b]!;
  const weight = { same: 1.6, differ: -1.6, unknown: 0 };
  return {
    kinship,
    codes: agree,
    isKnown: () => false,
    score: (a, b) => 1.8 + kinship(a, b) + weight[agree(a, b)],
  };
}

const matched = (activities: number, rows: number, given: Evidence) =>
  matchRows(activities, rows, given).map(
    ({ activity, row, isSure, isMoved }) => `${activity}-${row}${isSure ? '' : '?'}${isMoved ? '~' : ''}`,
  );

it('matches rows in their order where words and codes agree', () => {
  const kin = [
    [2, 0, 0],
    [0, 2, 0],
    [0, 0, 2],
  ];
  expect(matched(3, 3, evidence(kin, ['===', '===', '===']))).toEqual(['0-0', '1-1', '2-2']);
});

it('is not sure which of several rows is missing where nothing tells them apart', () => {
  const kin = [
    [0, 0],
    [0, 0],
    [0, 0],
  ];
  const found = matched(3, 2, evidence(kin, ['==', '==', '==']));
  expect(found.filter((match) => !match.endsWith('?'))).toEqual([]);
});

it('finds two rows that were swapped by their words', () => {
  const kin = [
    [0, 2.5],
    [2.5, 0],
  ];
  expect(matched(2, 2, evidence(kin, ['!=', '=!']))).toEqual(['0-1~', '1-0~']);
});

it('is not sure of two rows whose codes are each other’s where the words say nothing', () => {
  const kin = [
    [0, 0],
    [0, 0],
  ];
  const found = matched(2, 2, evidence(kin, ['!=', '=!']));
  expect(found.filter((match) => !match.endsWith('?'))).toEqual([]);
});

it('never goes by position alone', () => {
  const kin = [
    [0, 0],
    [0, 0],
  ];
  expect(matched(2, 2, evidence(kin, ['??', '??']))).toEqual(['0-0?', '1-1?']);
});

it('is sure of a row whose words agree and whose codes do not', () => {
  const kin = [
    [2, 0, 0],
    [0, 2, 0],
    [0, 0, 2],
  ];
  expect(matched(3, 3, evidence(kin, ['=!=', '=!=', '=!=']))).toEqual(['0-0', '1-1', '2-2']);
});
