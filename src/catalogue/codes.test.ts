import { describe, expect, it } from 'vitest';
import { readCodes, resolveCodeSet } from './codes.ts';

const place = { file: 'annex.yaml' };
const word = (id: string) => ({ id, source: id, language: 'en', place });
const raci = resolveCodeSet('RACI', word, 'en', place);

describe('codes of a cell', () => {
  it.each([
    ['RA', ['R', 'A']],
    ['AR', ['R', 'A']],
    ['A/R', ['R', 'A']],
    ['r, a', ['R', 'A']],
    ['I R', ['R', 'I']],
    ['C;I', ['C', 'I']],
    ['', []],
    ['–', []],
    ['-', []],
  ])('reads %j as %j, in printing order', (cell, held) => {
    expect(readCodes(cell, raci)).toEqual({ held, unknown: [], repeated: [] });
  });

  it('names what is no code, with its offset, and keeps the rest', () => {
    expect(readCodes('R / X, A', raci)).toEqual({
      held: ['R', 'A'],
      unknown: [{ text: 'X', offset: 4 }],
      repeated: [],
    });
  });

  it('never takes a word for a run of codes', () => {
    expect(readCodes('Kunde', raci).held).toEqual([]);
    expect(readCodes('Kunde', raci).unknown).toEqual([{ text: 'Kunde', offset: 0 }]);
  });

  it('notices a code that stands twice', () => {
    expect(readCodes('RAR', raci).repeated).toEqual(['R']);
  });

  it('prefers the longest sign where one begins another', () => {
    const owners = resolveCodeSet(
      [
        { sign: 'C', name: 'Customer', meaning: 'does it' },
        { sign: 'CSP', name: 'Provider', meaning: 'does it' },
      ],
      word,
      'en',
      place,
    );
    expect(readCodes('csp', owners).held).toEqual(['CSP']);
    expect(readCodes('C+CSP', owners).held).toEqual(['C', 'CSP']);
  });
});

describe('code sets', () => {
  it('go by name, with their words from the wording', () => {
    const rasci = resolveCodeSet('RASCI', word, 'en', place);
    expect(rasci.codes.map((code) => code.sign).join('')).toBe('RASCI');
    expect(rasci.codes.find((code) => code.sign === 'S')?.name.id).toBe('code-support');
    expect(rasci.codes.filter((code) => code.filled).map((code) => code.sign)).toEqual(['A']);
  });

  it('may be the user’s own, with their own words', () => {
    const [code] = resolveCodeSet(
      [{ sign: 'G', name: 'Given', meaning: 'by us', filled: true }],
      word,
      'fr',
      place,
    ).codes;
    expect(code).toMatchObject({
      sign: 'G',
      role: 'other',
      filled: true,
      name: { source: 'Given', language: 'fr' },
    });
  });
});
