import { describe, expect, it } from 'vitest';
import { error } from '../../diagnostics/diagnostic.ts';
import type { ContractsFile } from './file.ts';
import type { Offer } from './judge.ts';
import { type ReadContract, readContracts, surveyContracts } from './read.ts';
import { findRepeats } from './repeats.ts';

const products = ['mail', 'hosting', 'terms'];
const offer: Offer = {
  languages: ['en', 'fr'],
  judgeMember: ({ product, place }) =>
    products.includes(product) ? [] : [error('contract-product', place, `There is no product '${product}'.`)],
  conditional: [
    { product: 'terms', edition: '2', when: { country: ['DE', 'AT'] } },
    { product: 'hosting', edition: undefined, when: {} },
  ],
};
const plain: Offer = { ...offer, conditional: [] };

function table(...rows: string[]): ContractsFile {
  const text = `${['contract,customer,language,products,date,Country', ...rows].join('\n')}\n`;
  return { path: 'data/contracts.csv', chunks: () => [new TextEncoder().encode(text)] };
}

function read(file: ContractsFile, by = plain): ReadContract[] {
  return [...readContracts(file, by, findRepeats(file, 'en'), 'en')];
}

/** `line:column rule`. */
const said = ({ diagnostics }: ReadContract) =>
  diagnostics.map(({ rule, place }) => `${'line' in place ? `${place.line}:${place.column}` : '-'} ${rule}`);

describe('a row of contracts', () => {
  it('says for whom, what, in which language, and further columns', () => {
    const [one] = read(table('CT-1,"Acme, Inc.",fr,mail@2024 hosting,2026-03-01,DE'));
    expect(one!.contract).toEqual({
      id: 'CT-1',
      customer: 'Acme, Inc.',
      language: 'fr',
      date: '2026-03-01',
      members: [
        { product: 'mail', edition: '2024' },
        { product: 'hosting', edition: undefined },
      ],
      columns: { country: 'DE' },
      line: 2,
      columnsAt: { contract: 1, customer: 6, language: 19, products: 22, date: 40, country: 51 },
    });
  });

  it.each([
    ['CT-1,,en,mail,2026-03-01,', '2:6 contract-empty'],
    ['CT-1,Acme,en,mail,,', '2:19 contract-empty'],
    ['CT-1,Acme,de,mail,2026-03-01,', '2:11 contract-language'],
    ['CT-1,Acme,en,mail mial,2026-03-01,', '2:19 contract-product'],
    ['CT-1,Acme,en,mail mail,2026-03-01,', '2:19 contract-product-twice'],
    ['CT-1,Acme,en,mail,01/03/2026,', '2:19 contract-date'],
    ['CT-1,Ac\u202eme,en,mail,2026-03-01,', '2:8 contract-characters'],
    ['CT-1,Acme,en,mail,2026-03-01,\u0007', '2:30 contract-characters'],
    [`${'C'.repeat(121)},Acme,en,mail,2026-03-01,`, '2:1 contract-id'],
    ['CT-1,Acme,en,mail', '2:14 csv-ragged'],
  ])('%j is held', (row, finding) => {
    const [one] = read(table(row));
    expect(said(one!)).toEqual([finding]);
    expect(one!.contract).toBeUndefined();
  });

  it('at fault does not keep the others from being read', () => {
    const all = read(table('CT-1,,en,mail,2026-03-01,', 'CT-2,Acme,en,mail,2026-03-01,'));
    expect(all.map(({ id, contract }) => [id, contract !== undefined])).toEqual([
      ['CT-1', false],
      ['CT-2', true],
    ]);
  });

  it('and its double are both held, whatever their capitals', () => {
    const all = read(
      table('ct-1,A,en,mail,2026-03-01,', 'CT-2,B,en,mail,2026-03-01,', 'CT-1,C,en,mail,2026-03-01,'),
    );
    expect(all.map(said)).toEqual([['2:1 contract-twice'], [], ['4:1 contract-twice']]);
    expect(all[0]!.diagnostics[0]!.also).toMatchObject({ line: 4 });
  });
});

describe('a member by condition', () => {
  const membersOf = (row: string) =>
    read(table(row), offer)[0]!.contract!.members.map(({ product, edition }) => `${product}@${edition}`);

  it('stands behind the own products where all its columns hold, once', () => {
    expect(membersOf('CT-1,Acme,en,mail,2026-03-01,DE')).toEqual([
      'mail@undefined',
      'terms@2',
      'hosting@undefined',
    ]);
    expect(membersOf('CT-1,Acme,en,mail,2026-03-01,FR')).toEqual(['mail@undefined', 'hosting@undefined']);
    expect(membersOf('CT-1,Acme,en,terms,2026-03-01,DE')).toEqual(['terms@undefined', 'hosting@undefined']);
  });
});

describe('a table of contracts', () => {
  it('without a column that every contract has is no table of contracts', () => {
    const chunks = () => [new TextEncoder().encode('contract,custommer,language,products,date\n')];
    const { diagnostics, columns } = surveyContracts({ path: 'c.csv', chunks }, 'en');
    expect(diagnostics.map(({ rule, message }) => [rule, message])).toEqual([
      ['column-missing', "Column 'customer' is missing."],
    ]);
    expect(columns).toEqual(['custommer']);
  });

  it('tells its further columns', () => {
    expect(surveyContracts(table(), 'en').columns).toEqual(['country']);
  });
});
