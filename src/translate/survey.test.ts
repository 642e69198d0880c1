import { describe, expect, test } from 'vitest';
import { edited, french, mailWorkspace } from './fixture.ts';
import { openLanguage } from './open.ts';
import { surveyUnits } from './survey.ts';
import type { Unit } from './unit.ts';

type Files = Parameters<typeof mailWorkspace>[0];

function survey(files: Files = {}, language = 'fr'): Unit[] {
  return surveyUnits(openLanguage(mailWorkspace(files), language).catalogue!, language);
}

/** The units of products, without the words that ship. */
const own = (units: readonly Unit[]) => units.filter(({ uses }) => uses[0]!.product !== undefined);
const open = (units: readonly Unit[]) =>
  units.filter(({ state }) => state === 'missing' || state === 'stale');
const named = (units: readonly Unit[], name: string) => units.find((unit) => unit.name === name)!;

describe('the texts of a language', () => {
  test('are listed once, however many products they stand in', () => {
    const backups = survey().filter(({ source }) => source === 'Back up the service');
    expect(backups).toHaveLength(1);
    expect(backups[0]!.uses.map(({ product }) => product!.id)).toEqual(['mail', 'web']);
  });

  test('come in the order of words, what products share, then products as they read', () => {
    const units = survey();
    const names = own(units).map(({ name }) => name);
    expect(units[0]!.name).toBe('language-name');
    expect(names.slice(names.indexOf('use'))).toEqual([
      'use',
      'use.access',
      'mail/product.name',
      'mail/backup',
      'mail/note.backup',
      'mail/restore',
      'mail/accounts',
      'web/product.name',
    ]);
  });

  test('have the state of their row', () => {
    const units = survey();
    expect(named(units, 'use').state).toBe('reviewed');
    expect(named(units, 'mail/restore').state).toBe('machine');
    expect(open(units)).toEqual([]);
  });

  test('are all missing in a language that was not begun', () => {
    expect(own(survey({}, 'nl')).every(({ state }) => state === 'missing')).toBe(true);
  });

  test('are named by what they are: another order of the rows changes no name', () => {
    const turned = edited('data/products/mail/matrix.csv', (text) => {
      const [header, ...rows] = text.trimEnd().split('\n');
      return `${[header, ...rows.toReversed()].join('\n')}\n`;
    });
    const refs = (units: readonly Unit[]) => units.map(({ ref }) => ref).sort();
    expect(refs(survey(turned))).toEqual(refs(survey()));
    expect(refs(survey())[0]).toMatch(/^t-[0-9a-f]{16}$/);
  });

  test('are stale where the row of their id translates an older wording', () => {
    const files = edited('data/sections.csv', (text) =>
      text.replace('Using the service', 'Use of the service'),
    );
    const unit = named(survey(files), 'use');
    expect(unit).toMatchObject({
      state: 'stale',
      before: { source: 'Using the service' },
      likeness: undefined,
    });
  });

  test('are an exception of a product where it has a row of its own', () => {
    const files = {
      'data/products/web/translations/fr.csv':
        'id,source,text,status\nbackup,Back up the service,Sauvegarder le site,reviewed\n',
    };
    const backups = survey(files).filter(({ source }) => source === 'Back up the service');
    expect(backups.map(({ product }) => product)).toEqual([undefined, 'web']);
  });
});

describe('a reworded phrase', () => {
  const reword = (from: string, to: string) =>
    edited('data/products/mail/matrix.csv', (text) => text.replace(from, to));

  test('is paired with its translation by likeness', () => {
    const unit = named(survey(reword('Restore what was lost', 'Restore what has been lost')), 'mail/restore');
    expect(unit.state).toBe('stale');
    expect(unit.before!.text).toBe('Restaurer ce qui a été perdu');
    expect(unit.likeness).toBeGreaterThan(0.75);
  });

  test('is missing where nothing is like it', () => {
    const unit = named(survey(reword('Restore what was lost', 'Choose a plan')), 'mail/restore');
    expect(unit).toMatchObject({ state: 'missing', before: undefined });
  });

  test('takes no translation that another product still uses', () => {
    const unit = named(survey(reword('Back up the service', 'Back up the services')), 'mail/backup');
    expect(unit.state).toBe('missing');
  });

  test('is not paired while a product cannot be read, whose text it may be', () => {
    const files = {
      ...reword('Restore what was lost', 'Restore what has been lost'),
      'data/products/web/product.yaml': 'name: [\n',
    };
    expect(named(survey(files), 'mail/restore').state).toBe('missing');
  });
});

describe('an id that two texts share', () => {
  const retitled = { 'data/products/web/sections.csv': 'section,title\nuse,Your website\n' };

  test('stays with the text that all products share; the other is a phrase', () => {
    const unit = survey(retitled).find(({ source }) => source === 'Your website')!;
    expect(unit).toMatchObject({ id: '', product: undefined, row: undefined, state: 'stale' });
    expect(named(survey(retitled), 'use').state).toBe('reviewed');
  });

  test('is given once in a new language, to a word and not to the name that annex.yaml has for it', () => {
    const files = {
      'annex.yaml':
        'format: 1\nlanguages: [en, fr]\nparties: [{id: customer, name: Buyer}, {id: provider, name: Provider}]\n',
      [french]: 'id,source,text,status\n',
    };
    const customers = survey(files, 'nl').filter(({ uses }) => uses[0]!.text.id === 'party.customer');
    expect(customers.map(({ id, source }) => [id, source])).toEqual([
      ['party.customer', 'Customer'],
      ['', 'Buyer'],
    ]);
  });
});
