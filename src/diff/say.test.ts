import { expect, it } from 'vitest';
import { saySummary } from './say.ts';
import type { Summary } from './summary.ts';

const nothing: Summary = {
  moved: 0,
  parties: [],
  consulted: 0,
  added: 0,
  removed: 0,
  reworded: 0,
  notes: 0,
  relocated: 0,
  renumbered: 0,
  split: 0,
  merged: 0,
  unread: 0,
};
const taking = (id: string, name: string) =>
  saySummary({ ...nothing, parties: [{ id, name, takes: 1, joins: 0, leaves: 0 }] });

it('a party that is a plain word stands with its article, and a name as it is written', () => {
  expect(taking('customer', 'Customer')).toBe('1 duty moves to the customer');
  expect(taking('acme', 'Acme Cloud')).toBe('1 duty moves to Acme Cloud');
  expect(taking('dptp', 'DPTP')).toBe('1 duty moves to DPTP');
});

it('counts what else changed, and is empty where nothing did', () => {
  expect(saySummary({ ...nothing, added: 1, removed: 2 })).toBe('1 activity added, 2 activities removed');
  expect(saySummary(nothing)).toBe('');
});
