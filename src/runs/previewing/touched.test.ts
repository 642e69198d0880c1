import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../catalogue/model.ts';
import { canChange } from './touched.ts';

const mail = { id: 'mail', brand: 'acme', language: 'en' };
const catalogue = { language: 'en', products: [mail] } as unknown as Catalogue;
const annex = { product: 'mail', language: 'fr', form: 'pdf' } as const;
const workbook = { product: 'mail', language: 'fr', form: 'sheets' } as const;

describe('a document is made again', () => {
  it.each([
    'annex.yaml',
    'data/wording.csv',
    'data/sections.csv',
    'data/translations/fr.csv',
    'data/products/mail/matrix.csv',
    'data/products/mail/translations/fr.csv',
    'data/products/other',
    'templates/partials/legend.hbs',
    'templates/brands/acme/logo.svg',
  ])('when %s changed', (path) => {
    expect([annex, workbook].map((document) => canChange(path, document, catalogue))).toEqual([true, true]);
  });

  it.each([
    'data/products/other/matrix.csv',
    'templates/brands/neutral/brand.yaml',
    'data/translations/de.csv',
  ])('not when %s changed', (path) => {
    expect([annex, workbook].map((document) => canChange(path, document, catalogue))).toEqual([false, false]);
  });

  it('when its own template changed, and not when that of the other kind did', () => {
    expect(canChange('templates/annex.hbs', annex, catalogue)).toBe(true);
    expect(canChange('templates/annex.hbs', workbook, catalogue)).toBe(false);
    expect(canChange('templates/workbook.hbs', annex, catalogue)).toBe(false);
    expect(canChange('templates/workbook.hbs', workbook, catalogue)).toBe(true);
  });

  it('when any brand changed, while nobody knows which is its own', () => {
    expect(canChange('templates/brands/neutral/brand.yaml', annex, undefined)).toBe(true);
  });
});
