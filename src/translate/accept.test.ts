import { describe, expect, test } from 'vitest';
import { type AcceptOptions, acceptTexts } from './accept.ts';
import { edited, french, mailFiles, mailWorkspace, textAt } from './fixture.ts';

const reworded = {
  ...edited('data/products/mail/matrix.csv', (text) =>
    text
      .replace('Restore what was lost', 'Restore what has been lost')
      .replace('Open and close accounts', 'Open the accounts that users ask for'),
  ),
  ...edited('data/sections.csv', (text) => text.replace('Using the service', 'Use of the service')),
};

function accept(options: Partial<AcceptOptions>, files: Parameters<typeof mailWorkspace>[0] = reworded) {
  const workspace = mailWorkspace(files);
  const result = acceptTexts({
    workspace,
    language: 'fr',
    rows: [],
    products: [],
    allStale: false,
    allMachine: false,
    reviewed: false,
    dryRun: false,
    ...options,
  });
  return { ...result, text: textAt(workspace, french) };
}

describe('a translation that is accepted', () => {
  test('takes the new wording as its source, and nothing else changes', () => {
    const { accepted, text } = accept({ rows: ['use'] });
    expect(accepted).toMatchObject([{ name: 'use', was: 'Using the service', source: 'Use of the service' }]);
    expect(text).toBe(mailFiles[french]!.replace('use,Using the service', 'use,Use of the service'));
  });

  test('may be a phrase, named by the activity that it says', () => {
    for (const row of ['restore', 'mail/restore']) {
      const { text } = accept({ rows: [row] });
      expect(text).toContain(',Restore what has been lost,Restaurer ce qui a été perdu,machine');
      expect(text).not.toContain('Restore what was lost');
    }
  });

  test('is reviewed where somebody says that a person has read it', () => {
    const { text } = accept({ rows: ['restore'], reviewed: true });
    expect(text).toContain(',Restore what has been lost,Restaurer ce qui a été perdu,reviewed');
  });

  test('is written nowhere in a dry run', () => {
    const { accepted, files, text } = accept({ rows: ['use'], dryRun: true });
    expect([accepted.length, files]).toEqual([1, []]);
    expect(text).toBe(mailFiles[french]);
  });
});

describe('all stale texts', () => {
  test('are accepted but for those whose older wording is not certain', () => {
    const { accepted, unsure, text } = accept({ allStale: true });
    expect(accepted.map(({ name }) => name)).toEqual(['use', 'mail/restore']);
    expect(unsure.map(({ name }) => name)).toEqual([]);
    expect(text).toContain(',Open and close accounts,');
  });

  test('of one product are accepted alone', () => {
    const { accepted } = accept({ allStale: true, products: ['web'] });
    expect(accepted.map(({ name }) => name)).toEqual(['use']);
  });

  test('that are little alike are named, and accepted by name', () => {
    const files = edited('data/products/mail/matrix.csv', (text) =>
      text.replace('Open and close accounts', 'Open accounts quickly'),
    );
    expect(accept({ allStale: true }, files).unsure).toMatchObject([{ name: 'mail/accounts' }]);
    expect(accept({ rows: ['accounts'] }, files).text).toContain(',Open accounts quickly,Ouvrir et fermer');
  });
});

describe('what needs no accepting', () => {
  test('is said: up to date, or not translated', () => {
    expect(accept({ rows: ['backup'] }).passed).toEqual([{ name: 'mail/backup', why: 'current' }]);
    expect(accept({ rows: ['accounts'] }).passed).toEqual([{ name: 'mail/accounts', why: 'missing' }]);
  });

  test('is a machine text until it is said to be reviewed', () => {
    expect(accept({ rows: ['use.access'] }).accepted).toEqual([]);
    expect(accept({ rows: ['use.access'], reviewed: true }).text).toContain(
      'use.access,Access,Accès,reviewed',
    );
  });

  test('is a stale text among all machine texts', () => {
    const names = accept({ allMachine: true, reviewed: true }).accepted.map(({ name }) => name);
    expect(names).toContain('use.access');
    expect(names).not.toContain('mail/restore');
  });
});

test('a name that no text has is refused, with the nearest one', () => {
  expect(() => accept({ rows: ['restor'] })).toThrow("There is no text 'restor'. Did you mean 'restore'?");
});

test('a word that ships is reviewed in a row of the workspace', () => {
  const { text } = accept({ rows: ['matrix-title'], reviewed: true });
  expect(text).toBe(
    `${mailFiles[french]}matrix-title,Responsibility matrix,Matrice de responsabilités,reviewed\n`,
  );
});
