import { describe, expect, it } from 'vitest';
import { canReach, type Reach, scopeOfSource } from './scope.ts';

const annex = { product: 'mail', brand: 'north', kind: 'annex', languages: ['fr', 'en'] } as const;
const reaches = (path: string, reach: Reach) => canReach(scopeOfSource(path), reach);

/** What says how a document looks, and which words stand around its matrix. */
const frame = [
  'annex.yaml',
  'data/wording.csv',
  'data/translations/fr.csv',
  'shipped:data/translations/fr.csv',
  'data/products/mail/product.yaml',
  'templates/annex.hbs',
  'templates/partials/legend.hbs',
  'templates/brands/north/brand.yaml',
];

/** What says who does what today. */
const matrix = [
  'data/sections.csv',
  'data/products/mail/matrix.csv',
  'data/products/mail/sections.csv',
  'data/products/mail/translations/fr.csv',
  'data/glossary.csv',
];

const elsewhere = [
  'data/translations/de.csv',
  'data/products/files/matrix.csv',
  'data/products/files/editions/1.json',
  'templates/workbook.hbs',
  'templates/brands/south/brand.yaml',
];

describe('a source', () => {
  it.each([...frame, ...matrix, 'data/products/mail/editions/1.json'])(
    '%s reaches a document of the matrix',
    (path) => {
      expect(reaches(path, { ...annex, frozen: false })).toBe(true);
    },
  );

  it.each([...frame, 'data/products/mail/editions/1.json'])(
    '%s reaches a document of a frozen edition',
    (path) => {
      expect(reaches(path, { ...annex, frozen: true })).toBe(true);
    },
  );

  it.each(matrix)('%s reaches no document of a frozen edition', (path) => {
    expect(reaches(path, { ...annex, frozen: true })).toBe(false);
  });

  it.each(elsewhere)('%s reaches neither', (path) => {
    expect([true, false].some((frozen) => reaches(path, { ...annex, frozen }))).toBe(false);
  });
});
