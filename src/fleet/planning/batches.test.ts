import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contract } from '../../pack/contract.ts';
import { setKey } from '../../pack/sets.ts';
import { readBatchContracts } from '../batch-contracts.ts';
import { BatchCutter, type BatchLimits, type CutBatch } from './batches.ts';

const limits: BatchLimits = { contracts: 10, pages: 60, waiting: 40 };

/** Products are called by how many pages they have. */
const pagesOf = ({ members }: Pick<Contract, 'members'>) => Number(members[0]!.product);

const contractOf = (product: string, index: number): Contract => ({
  id: `C-${index}`,
  customer: 'Acme',
  language: 'de',
  date: '2026-03-01',
  members: [{ product, edition: undefined }],
  columns: {},
  line: index + 2,
});

function cut(products: readonly string[], own = limits): readonly CutBatch[] {
  const cutter = new BatchCutter(pagesOf, own);
  const complete = products.flatMap((product, index) => cutter.add(contractOf(product, index)));
  return [...complete, ...cutter.close()];
}

const contractsIn = ({ lines }: CutBatch) => readBatchContracts(Buffer.from(lines.join('')));
const times = (count: number, product: string) => Array.from({ length: count }, () => product);

describe('batches', () => {
  it('hold each contract once, and no more than they may', () => {
    const products = fc.array(fc.constantFrom('1', '2', '3', '5', '7', '20', '100'), { maxLength: 300 });
    fc.assert(
      fc.property(products, (all) => {
        const batches = cut(all);
        const ids = batches.flatMap((batch) => contractsIn(batch).map(({ id }) => id));
        expect(ids.toSorted()).toEqual(all.map((_, index) => `C-${index}`).toSorted());
        for (const batch of batches) {
          expect(batch.lines.length).toBeLessThanOrEqual(limits.contracts);
          expect(batch.pages <= limits.pages || batch.lines.length === 1).toBe(true);
          expect(batch.pages).toBe(contractsIn(batch).reduce((sum, contract) => sum + pagesOf(contract), 0));
        }
      }),
    );
  });

  it('are of one set where there are enough of it', () => {
    const mixed = times(30, '1').flatMap((one, index) => [one, index % 2 === 0 ? '2' : '3']);
    for (const batch of cut(mixed).slice(0, 5)) expect(new Set(contractsIn(batch).map(setKey)).size).toBe(1);
  });

  it('are mixed of small sets, each set in one piece', () => {
    const [batch, ...others] = cut(['3', '1', '2', '1', '3']);
    expect(others).toEqual([]);
    expect(contractsIn(batch!).map(pagesOf)).toEqual([1, 1, 2, 3, 3]);
  });

  it('give a giant one of its own', () => {
    const sizes = cut(['100', '1', '100']).map((batch) => contractsIn(batch).map(pagesOf));
    expect(sizes).toEqual([[100], [100], [1]]);
  });

  it('let no more contracts wait than they may, however many sets there are', () => {
    const cutter = new BatchCutter(pagesOf, limits);
    let waiting = 0;
    for (let index = 0; index < 1000; index++) {
      waiting++;
      for (const { lines } of cutter.add(contractOf(String(1 + index / 1000), index)))
        waiting -= lines.length;
      expect(waiting).toBeLessThan(limits.waiting);
    }
  });

  it('are the same for the same contracts', () => {
    const products = Array.from({ length: 200 }, (_, index) => String(1 + ((index * 7) % 11)));
    expect(cut(products)).toEqual(cut(products));
  });
});

describe('a contract of a batch', () => {
  it('comes back as it was, with all that its key is made of', () => {
    const contract: Contract = {
      ...contractOf('1', 0),
      customer: 'Müller & "Söhne"\u2028',
      members: [
        { product: 'mail', edition: undefined },
        { product: 'hosting', edition: '2024-06' },
      ],
      columns: { country: 'DE', site: '' },
    };
    const cutter = new BatchCutter(() => 1, limits);
    cutter.add(contract);
    const [back] = contractsIn(cutter.close()[0]!);
    expect(back).toStrictEqual(contract);
  });
});
