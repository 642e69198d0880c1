import { describe, expect, it } from 'vitest';
import { idMaker, idPattern, makeId, spreadsheetDanger } from './ids.ts';

describe('ids that a spreadsheet would change', () => {
  it.each([
    ['mar-1', 'a date'],
    ['sep2024', 'a date'],
    ['okt-12', 'a date'],
    ['true', 'a truth value'],
    ['march-plan', undefined],
    ['backup-service', undefined],
  ])('%s is read as %s', (id, danger) => {
    expect(spreadsheetDanger(id)).toBe(danger);
  });
});

describe('ids made from a text', () => {
  it('are its first words in plain letters', () => {
    expect(makeId('Gérer les accès à l’espace client', new Set())).toBe('gerer-les-acces-a-l-espace-client');
    expect(makeId('Złożyć zamówienie', new Set())).toBe('zlozyc-zamowienie');
  });

  it('are numbered where they are taken', () => {
    expect(makeId('Back up', new Set(['back-up', 'back-up-2']))).toBe('back-up-3');
  });

  it.each(['', '???', '漢字', '3e5', 'Mar 1', '1', 'true', 'x'.repeat(500)])(
    'are valid and safe for %j',
    (text) => {
      const id = makeId(text, new Set());
      expect(id).toMatch(idPattern);
      expect(spreadsheetDanger(id)).toBeUndefined();
    },
  );
});

describe('many ids at once', () => {
  it('are the same as one by one, and none of those that are taken', () => {
    const texts = ['Back up', 'Back up', 'back UP!', 'Back up 2', '', '備份'];
    const taken = new Set(['back-up']);
    const idOf = idMaker(taken);
    const given = new Set(taken);
    for (const text of texts) {
      const id = makeId(text, given);
      given.add(id);
      expect(idOf(text)).toBe(id);
    }
    expect(given.size).toBe(texts.length + taken.size);
  });
});
