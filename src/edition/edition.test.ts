import { describe, expect, it } from 'vitest';
import { assembleEdition } from '../catalogue/editions/assemble.ts';
import { openSources } from '../runs/opening/open.ts';
import { memoryWorkspace } from '../workspace/memory.ts';
import { carriedTexts } from './carried.ts';
import { writeEditionCsv } from './csv.ts';
import { canonicalJson, digestOf } from './digest.ts';
import type { Edition } from './edition.ts';
import { readInLanguage } from './in-language.ts';
import { readEdition } from './read.ts';
import { writeEdition } from './write.ts';

const files = {
  'annex.yaml': 'format: 1\nlanguages: [en, fr]\ncolumns: [ticket]\n',
  'data/sections.csv': 'section,title\nuse,Using the service\nuse.data,Data\n',
  'data/products/mail/product.yaml': "name: Mail\nedition: '1'\nupdated: 2026-03-01\nnotes: [One note]\n",
  'data/products/mail/matrix.csv':
    'id,section,activity,note,customer,provider,ticket\n' +
    'backup,use.data,"Back up, daily",At night,I,AR,T-1\n' +
    'restore,use.data,Restore,,RA,,\n',
  'data/products/mail/translations/fr.csv': 'id,source,text,status\nbackup,Back up,Sauvegarder,reviewed\n',
  'data/translations/fr.csv':
    'id,source,text,status\n' +
    ',Mail,Courriel,reviewed\nuse,Using the service,Utilisation,reviewed\nuse.data,Data,Données,reviewed\n' +
    ',Customer,Client,reviewed\n,Provider,Fournisseur,reviewed\n,At night,La nuit,reviewed\n,One note,Une note,machine\n',
};

const { catalogue } = openSources(memoryWorkspace(files));
const product = catalogue!.products[0]!;
const edition = assembleEdition(catalogue!, product, '1.2.3');

describe('an edition', () => {
  it('holds every text in every language that has it, with where it comes from', () => {
    expect(edition.name).toEqual({
      en: { text: 'Mail', status: 'original' },
      fr: { text: 'Courriel', status: 'reviewed' },
    });
    expect(edition.activities[0]!.activity).toEqual({
      en: { text: 'Back up, daily', status: 'original' },
      fr: { text: 'Sauvegarder', status: 'stale', source: 'Back up' },
    });
    expect(Object.keys(edition.activities[1]!.activity)).toEqual(['en']);
  });

  it('holds rows in the order of their clauses, with codes by party and further columns', () => {
    expect(
      edition.activities.map(({ id, clause, section, codes, extras }) => [
        id,
        clause,
        section,
        codes,
        extras,
      ]),
    ).toEqual([
      ['backup', '1.1.1', 'use.data', { customer: ['I'], provider: ['R', 'A'] }, { ticket: 'T-1' }],
      ['restore', '1.1.2', 'use.data', { customer: ['R', 'A'], provider: [] }, { ticket: '' }],
    ]);
  });

  it('is read as it was written, and written as it was read', () => {
    const text = writeEdition(edition);
    const read = readEdition(text, 'x');
    expect(read.diagnostics).toEqual([]);
    expect(read.value).toEqual(edition);
    expect(writeEdition(read.value!)).toBe(text);
  });

  it('has a text in a language on one line', () => {
    expect(writeEdition(edition)).toContain(
      '      "activity": {\n        "en": { "text": "Back up, daily", "status": "original" },\n',
    );
  });

  it('has a digest of what it says, whoever writes it and whether released or not', () => {
    expect(assembleEdition(catalogue!, { ...product, draft: !product.draft }, '9').digest).toBe(
      edition.digest,
    );
    expect(assembleEdition(catalogue!, { ...product, edition: '2' }, '1.2.3').digest).not.toBe(
      edition.digest,
    );
  });

  it('has a matrix as CSV', () => {
    expect(writeEditionCsv(readInLanguage(edition, 'en')!)).toBe(
      'clause,id,section,activity,note,customer,provider,ticket\n' +
        '1.1.1,backup,use.data,"Back up, daily",At night,I,R A,T-1\n' +
        '1.1.2,restore,use.data,Restore,,R A,,\n',
    );
  });
});

describe('an edition in a language', () => {
  it('is undefined where one text is missing', () => {
    expect(readInLanguage(edition, 'fr')).toBeUndefined();
    expect(() => carriedTexts(edition, 'fr')).toThrow();
  });

  it('knows which clauses translate an older wording', () => {
    const [backup, restore] = edition.activities as [Edition['activities'][0], Edition['activities'][0]];
    const whole = {
      ...edition,
      activities: [
        backup,
        { ...restore, activity: { fr: { text: 'Restaurer', status: 'reviewed' as const } } },
      ],
    };
    expect(readInLanguage(whole, 'fr')).toMatchObject({
      isMachine: false,
      name: 'Courriel',
      staleClauses: ['1.1.1'],
    });
    expect(readInLanguage(edition, 'en')).toMatchObject({ isMachine: false, staleClauses: [] });
  });
});

describe('reading an edition', () => {
  const rulesOf = (change: object) =>
    readEdition(JSON.stringify({ ...edition, ...change }), 'x').diagnostics.map(({ rule }) => rule);
  const [first, ...others] = edition.activities;

  it.each([
    ['a later format', { format: 2 }, ['edition-format']],
    ['a member of another kind', { parties: 'two' }, ['edition-shape']],
    ['a member it does not know', { colour: 'red' }, ['edition-shape']],
    ['altered content', { date: '2026-03-02' }, ['edition-altered']],
    [
      'an unknown section',
      withDigest({ activities: [{ ...first, section: 'x' }, ...others] }),
      ['edition-shape'],
    ],
    [
      'an unknown code',
      withDigest({ activities: [{ ...first, codes: { customer: ['X'], provider: [] } }, ...others] }),
      ['edition-shape'],
    ],
  ])('names %s', (_, change, rules) => {
    expect(rulesOf(change)).toEqual(rules);
  });

  it.each(['', '{', '[]', 'null', '7', '['.repeat(100_000)])('refuses what is none: %.20s', (text) => {
    const { value, diagnostics } = readEdition(text, 'x');
    expect(value).toBeUndefined();
    expect(diagnostics).not.toEqual([]);
  });

  function withDigest(change: object): object {
    return { ...change, digest: digestOf({ ...edition, ...change } as Edition) };
  }
});

it('canonical JSON sorts members by code unit and leaves out what is undefined', () => {
  expect(canonicalJson({ b: [1, 'é"\n'], a: undefined, Z: { y: null } })).toBe(
    '{"Z":{"y":null},"b":[1,"é\\"\\n"]}',
  );
});
