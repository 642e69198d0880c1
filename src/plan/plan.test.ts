import { describe, expect, it } from 'vitest';
import type { Catalogue, Product, Shelf } from '../catalogue/model.ts';
import { everything, planArtifacts, type Request } from './plan.ts';

const product = {
  id: 'mail',
  edition: '1',
  languages: ['en', 'fr'],
  brand: 'neutral',
  draft: true,
} as unknown as Product;
const shelf = { product: 'mail', brand: 'neutral', released: [] } as unknown as Shelf;
const catalogue = {
  products: [product],
  shelves: new Map([['mail', shelf]]),
  brands: new Map([['neutral', {}]]),
  formats: ['pdf', 'xlsx'],
} as unknown as Catalogue;
const formats = [
  { id: 'pdf', kind: 'annex', extension: 'pdf' },
  { id: 'html', kind: 'annex', extension: 'html' },
  { id: 'xlsx', kind: 'workbook', extension: 'xlsx' },
] as const;

function made(request: Partial<Request>): string[] {
  const { make } = planArtifacts(catalogue, [], { ...everything, ...request }, formats);
  return make.map(({ language, format }) => `${language} ${format}`);
}

describe('a plan', () => {
  it('makes the formats that annex.yaml lists, in every language', () => {
    expect(made({})).toEqual(['en pdf', 'en xlsx', 'fr pdf', 'fr xlsx']);
  });

  it('makes a format that is asked for by name, listed or not', () => {
    expect(made({ formats: ['html'] })).toEqual(['en html', 'fr html']);
    expect(made({ formats: ['html', 'pdf'], languages: ['fr'] })).toEqual(['fr pdf', 'fr html']);
  });
});
