import { describe, expect, it } from 'vitest';
import type { LocatedDiagnostic } from '../located.ts';
import { holdAgainst, takeBaseline } from './baseline.ts';
import { printBaseline, readBaseline } from './file.ts';

const finding: LocatedDiagnostic = {
  rule: 'accountable-missing',
  severity: 'warning',
  message: "No party is accountable for 'backup'.",
  place: { file: 'data/products/mail/matrix.csv', line: 3, column: 1 },
  hints: [],
  scope: { product: 'mail', row: 'backup' },
};
const other = { ...finding, message: "No party is accountable for 'restore'." };

describe('a baseline', () => {
  it('is read as it was printed', () => {
    const baseline = takeBaseline([finding, other, finding]);
    expect(readBaseline(printBaseline(baseline))).toEqual(baseline);
    expect(readBaseline(printBaseline([]))).toEqual([]);
  });

  it.each(['', '[]', '{"format":2,"findings":[]}', '{"format":1,"findings":[{}]}'])(
    'is not read from %j',
    (text) => expect(readBaseline(text)).toBeUndefined(),
  );

  it('knows a finding whose line was moved', () => {
    const moved = { ...finding, place: { ...finding.place, line: 40 } };
    const { findings, gone } = holdAgainst(takeBaseline([finding]), [moved]);
    expect(findings).toEqual([{ ...moved, known: true }]);
    expect(gone).toEqual([]);
  });

  it('does not know a finding of another row, file or rule', () => {
    const news = [
      { ...finding, scope: { product: 'mail', row: 'restore' } },
      { ...finding, place: { file: 'data/products/web/matrix.csv' } },
      { ...finding, rule: 'responsible-missing' },
      other,
    ];
    expect(holdAgainst(takeBaseline([finding]), news).findings).toEqual(news);
  });

  it('knows as many equal findings as it holds, and no more', () => {
    const { findings } = holdAgainst(takeBaseline([finding, finding]), [finding, finding, finding]);
    expect(findings.map(({ known }) => known)).toEqual([true, true, undefined]);
  });

  it('names what is gone, with how many', () => {
    const { gone } = holdAgainst(takeBaseline([finding, finding, other]), [finding]);
    expect(gone).toMatchObject([
      { message: finding.message, count: 1 },
      { message: other.message, count: 1 },
    ]);
  });

  it('holds nothing that is accepted, which needs none', () => {
    const accepted = { ...finding, accepted: 'Contracts cite it.' };
    expect(takeBaseline([accepted])).toEqual([]);
    expect(holdAgainst(takeBaseline([finding]), [accepted]).gone).toHaveLength(1);
  });
});
