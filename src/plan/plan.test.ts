import { describe, expect, it } from 'vitest';
import type { Catalogue, Product, Shelf } from '../catalogue/model.ts';
import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
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

describe('a plan of what was released', () => {
  const released = ['0', '1'].map((edition) => ({ edition, languages: ['en', 'de'] }));
  const planned = (edition: string, draft: boolean, ...faults: readonly Diagnostic[]) => {
    const changed = {
      ...catalogue,
      products: [{ ...product, edition, draft }],
      shelves: new Map([['mail', { ...shelf, released }]]),
    } as unknown as Catalogue;
    const { make, held } = planArtifacts(changed, faults, { ...everything, formats: ['pdf'] }, formats);
    const say = (artifacts: typeof make) =>
      artifacts
        .map(({ edition: name, language, frozen, draft: isDraft }) =>
          [name, language, frozen ? 'frozen' : 'today', ...(isDraft ? ['draft'] : [])].join(' '),
        )
        .join(', ');
    return { make: say(make), held: say(held) };
  };
  const frozen = '1 en frozen, 1 de frozen, 0 en frozen, 0 de frozen';

  it('makes what the matrix makes from the matrix, and all else from what was frozen', () => {
    expect(planned('1', false).make).toBe('1 en today, 1 fr today, 1 de frozen, 0 en frozen, 0 de frozen');
    expect(planned('1', true).make).toBe(`1 en today draft, 1 fr today draft, ${frozen}`);
    expect(planned('2', true).make).toBe(`2 en today draft, 2 fr today draft, ${frozen}`);
  });

  it('holds no frozen edition for an error of the matrix', () => {
    const fault = error('code-unknown', { file: 'data/products/mail/matrix.csv' }, '', {
      scope: { product: 'mail' },
    });
    expect(planned('2', true, fault)).toEqual({ make: frozen, held: '2 en today draft, 2 fr today draft' });
    expect(planned('1', false, fault)).toEqual({ make: frozen, held: '1 fr today' });
  });

  it.each([
    ['a template', { file: 'templates/annex.hbs' }, undefined],
    ['its own file', { file: 'data/products/mail/editions/0.json' }, { product: 'mail' }],
  ])('holds all, each once, for an error of %s', (_, place, scope) => {
    const fault = error('some-rule', place, '', { ...(scope && { scope }) });
    const held = '1 en today, 1 fr today, 1 de frozen, 0 en frozen, 0 de frozen';
    expect(planned('1', false, fault)).toEqual({ make: '', held });
  });

  it('holds one edition alone where the fault is of that one', () => {
    const place = { file: 'data/products/mail/editions/0.json' };
    const fault = error('glyph-missing', place, '', {
      scope: { product: 'mail', language: 'de', edition: '0' },
    });
    expect(planned('1', false, fault).held).toBe('0 de frozen');
  });
});
