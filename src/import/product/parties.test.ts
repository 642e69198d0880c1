import { expect, it } from 'vitest';
import { areShared, identifyParties } from './parties.ts';

const found = (...names: string[]) => names.map((name) => ({ name, line: 1 }));
const ids = (names: string[], known = {}) =>
  identifyParties(found(...names), { parties: [], names: new Map(), asked: [], ...known }).map(
    ({ id }) => id,
  );

const workspace = {
  parties: [
    { id: 'customer', name: 'Customer' },
    { id: 'host', name: 'Northwind' },
  ],
  names: new Map([
    ['customer', 'Client'],
    ['host', 'Northwind'],
  ]),
};

it('makes ids of names', () => {
  expect(ids(['OVHcloud', 'Équipe Sécurité'])).toEqual(['ovhcloud', 'equipe-securite']);
});

it('calls the customer so in every language', () => {
  expect(ids(['Kunde', 'Northwind'])).toEqual(['customer', 'northwind']);
});

it('keeps a short name as it is', () => {
  expect(ids(['IT', 'HR'])).toEqual(['it', 'hr']);
});

it('tells apart parties whose names make the same id', () => {
  const [one, other] = ids(['Team', 'TEAM']);
  expect(one).not.toBe(other);
});

it('never makes a column of the matrix a party', () => {
  expect(ids(['Section', 'Note'])).not.toContain('section');
});

it('knows the parties of a workspace by their names in the language of the page', () => {
  expect(ids(['Client', 'NORTHWIND'], workspace)).toEqual(['customer', 'host']);
});

it('takes the ids that it is given, in order', () => {
  expect(ids(['Client', 'Northwind'], { ...workspace, asked: ['buyer', 'seller'] })).toEqual([
    'buyer',
    'seller',
  ]);
});

it('shares the parties of a workspace only in their order and by their names', () => {
  const identify = (...names: string[]) => identifyParties(found(...names), { ...workspace, asked: [] });
  expect(areShared(identify('Client', 'Northwind'), workspace)).toBe(true);
  expect(areShared(identify('Northwind', 'Client'), workspace)).toBe(false);
  expect(areShared(identify('Client'), workspace)).toBe(false);
});
