import { describe, expect, it } from 'vitest';
import type { Edition, EditionActivity, Texts } from '../edition/edition.ts';
import { countChanges } from '../release/changes.ts';
import { keyOf, tellChanges } from './changes.ts';
import { standingOf } from './listed.ts';

const both = (en: string, fr: string, status: 'reviewed' | 'machine' | 'stale' = 'reviewed'): Texts => ({
  en: { text: en, status: 'original' },
  fr: { text: fr, status },
});
const activity = (
  id: string,
  clause: string,
  text: Texts,
  customer: string[],
  provider: string[],
): EditionActivity => ({
  id,
  clause,
  section: 'use',
  activity: text,
  codes: { customer, provider },
});

const first: Edition = {
  format: 1,
  about: '',
  program: { name: 'Annexpress', version: '0' },
  digest: '',
  draft: false,
  product: 'mail',
  name: both('Mail', 'Courriel'),
  edition: '1',
  date: '2026-03-01',
  reference: 'ML-RM',
  language: 'en',
  languages: ['en', 'fr'],
  parties: [
    { id: 'customer', name: both('Customer', 'Client') },
    { id: 'provider', name: both('Provider', 'Prestataire') },
  ],
  codeSet: 'RACI',
  codes: ['R', 'A', 'I'].map((sign) => ({
    sign,
    role: 'other',
    name: both(sign, sign),
    meaning: both(sign, sign),
  })),
  sections: [{ key: 'use', number: '1', title: both('Use', 'Usage') }],
  activities: [
    activity('backup', '1.1', both('Back up', 'Sauvegarder'), ['R', 'A'], ['I']),
    activity('restore', '1.2', both('Restore', 'Rétablir'), ['I'], ['R', 'A']),
    activity('print', '1.3', both('Print', 'Imprimer'), ['R', 'A'], []),
  ],
  notes: [],
  links: [],
  words: {},
};
const second: Edition = {
  ...first,
  edition: '2',
  date: '2026-09-01',
  activities: [
    activity('backup', '1.1', both('Back up', 'Sauvegarder'), [], ['R', 'A']),
    activity('spam', '1.2', both('Filter spam', 'Filtrer'), ['I'], ['R', 'A']),
    activity('restore', '1.3', both('Restore at once', 'Rétablir aussitôt'), ['I'], ['R', 'A']),
  ],
};
const history = [
  { edition: first, changes: undefined },
  { edition: second, changes: countChanges(first, second) },
];

describe('what the page tells of changes', () => {
  it('says clause by clause what differs, in every language, and who held what before', () => {
    expect(tellChanges(history)!.editions).toEqual({
      '2': [
        {
          kind: 'moved',
          clause: '1.1',
          text: { en: 'Back up', fr: 'Sauvegarder' },
          moves: [
            { code: 'R', before: ['customer'], now: ['provider'] },
            { code: 'A', before: ['customer'], now: ['provider'] },
            { code: 'I', before: ['provider'], now: [] },
          ],
        },
        { kind: 'added', clause: '1.2', text: { en: 'Filter spam', fr: 'Filtrer' } },
        {
          kind: 'reworded',
          clause: '1.3',
          text: { en: 'Restore at once', fr: 'Rétablir aussitôt' },
          before: 'Restore',
        },
        // A clause that is gone may have the number of one that is there.
        { kind: 'removed', clause: '1.3', text: { en: 'Print', fr: 'Imprimer' } },
      ],
    });
  });

  it('names parties and codes as the newest edition does', () => {
    const { parties, codes } = tellChanges(history)!;
    expect(parties.provider).toEqual({ en: 'Provider', fr: 'Prestataire' });
    expect(Object.keys(codes)).toEqual(['R', 'A', 'I']);
  });

  it('tells nothing of a history in which no clause changed', () => {
    expect(tellChanges(history.slice(0, 1))).toBeUndefined();
  });

  it('tells a draft from the released edition of its name', () => {
    expect([first, { ...first, draft: true }].map(keyOf)).toEqual(['1', '1-draft']);
  });
});

describe('the standing of an edition in a language', () => {
  it('is that of its worst text', () => {
    const noting = (text: Texts): Edition => ({ ...first, notes: [text] });
    const standing = (edition: Edition, language: string) => standingOf(edition)[language];
    expect(standing(first, 'en')).toBe('original');
    expect(standing(first, 'fr')).toBe('reviewed');
    expect(standing(noting(both('a', 'b', 'machine')), 'fr')).toBe('machine');
    const worst = { ...noting(both('a', 'b', 'machine')), name: both('a', 'b', 'stale') };
    expect(standing(worst, 'fr')).toBe('stale');
  });
});
