import { describe, expect, it } from 'vitest';
import type { Text } from './model.ts';
import { pseudoLanguage, pseudoMemory, pseudoText } from './pseudo.ts';
import { translate } from './translations.ts';

const text = (source: string): Text => ({ id: 'x', source, language: 'en', place: { file: 'a.csv' } });

describe('a text in the pseudo-language', () => {
  it('is accented, in brackets, and longer', () => {
    expect(pseudoText('Backups')).toBe('[Båçķûpš öñé]');
    const long = 'Administer the infrastructure of the service: servers, operating systems, storage';
    expect(pseudoText(long).length).toBeGreaterThanOrEqual(long.length * 1.4);
    expect(pseudoText(long).length).toBeLessThan(long.length * 1.6);
  });

  it('keeps placeholders and figures', () => {
    expect(pseudoText('Page {page} of {pages}')).toMatch(/^\[Påğé \{page\} öf \{pages\} /u);
    expect(pseudoText('10 GB')).toMatch(/^\[10 ĞB/u);
  });

  it('leaves alone what has no letters of its own', () => {
    for (const source of ['{day} {month} {year}', '{list}, {next}', '–', '2026-03', '']) {
      expect(pseudoText(source)).toBe(source);
    }
  });

  it('keeps letters that are accented already, and line breaks', () => {
    expect(pseudoText('Élève\nà')).toMatch(/^\[Éļèvé\nà /u);
  });
});

describe('the translations into the pseudo-language', () => {
  it('are there for every text, and reviewed by nobody', () => {
    const memory = pseudoMemory([text('Backups'), text('Access')]);
    expect(translate(text('Access'), pseudoLanguage, memory, 'mail')).toEqual({
      text: pseudoText('Access'),
      status: 'machine',
    });
    expect(translate(text('Other'), pseudoLanguage, memory, 'mail')).toBeUndefined();
  });
});
