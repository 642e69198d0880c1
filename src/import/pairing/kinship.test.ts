import { expect, it } from 'vitest';
import { compareAcross } from './kinship.ts';
import { compareLengths } from './lengths.ts';

const english = ['Keep 30 backups', 'Configure the DNS', 'Manage the infrastructure', 'Tell the customer'];
const polish = [
  'Przechowywać 30 kopii',
  'Konfigurować DNS',
  'Zarządzać infrastrukturą',
  'Powiadomić klienta',
];

it('knows a text again by its numbers, names and words of many languages', () => {
  const kinship = compareAcross(english, polish);
  for (const at of [0, 1, 2]) {
    const others = [0, 1, 2, 3].filter((other) => other !== at).map((other) => kinship(at, other));
    expect(kinship(at, at)).toBeGreaterThan(Math.max(...others) + 0.5);
  }
});

it('finds nothing in common where nothing is', () => {
  expect(compareAcross(english, polish)(3, 3)).toBe(0);
});

it('counts numbers that contradict each other against a pair', () => {
  expect(compareAcross(['Keep 30 copies'], ['Garder 90 versions'])(0, 0)).toBeLessThan(0);
});

it('gives little weight to a word that stands in every row', () => {
  const rows = ['Exchange accounts', 'Exchange servers', 'Exchange quotas'];
  const kinship = compareAcross(rows, ['Comptes Exchange', 'Serveurs Exchange', 'Quotas Exchange']);
  expect(kinship(0, 2)).toBeLessThan(kinship(2, 2) / 2);
});

it('expects a long text of a long one', () => {
  const texts = ['Short', 'A text that is a good deal longer than the other one is'];
  const lengths = compareLengths(texts, texts);
  expect(lengths(0, 0)).toBeCloseTo(0.6);
  expect(lengths(0, 1)).toBeLessThan(0);
  expect(lengths(1, 0)).toBeLessThan(0);
});
