import { describe, expect, it } from 'vitest';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { tell } from './tell.ts';

const finding = (changes: Partial<LocatedDiagnostic>): LocatedDiagnostic => ({
  rule: 'code-unknown',
  severity: 'error',
  message: "'X' is not a code.",
  place: { file: 'data/products/mail/matrix.csv', line: 2, column: 3, length: 1 },
  hints: ['Write R.'],
  ...changes,
});

const toldOf = (...findings: LocatedDiagnostic[]) =>
  tell({ revision: 1, workspace: '.', products: [], findings });

describe('what the page is told of findings', () => {
  it('says where, with the line around it, how to mend it, and what it touches', () => {
    const { findings, summary } = toldOf(
      finding({
        sourceLine: 'a,X,b',
        scope: { product: 'mail', language: 'fr', row: 'a' },
        also: { file: 'annex.yaml' },
      }),
    );
    expect(findings).toEqual([
      {
        rule: 'code-unknown',
        weight: 'error',
        place: 'data/products/mail/matrix.csv:2:3',
        message: "'X' is not a code.",
        hints: ['Write R.', 'See also annex.yaml'],
        excerpt: { before: 'a,', marked: 'X', after: ',b' },
        product: 'mail',
        language: 'fr',
      },
    ]);
    expect(summary).toBe('1 error');
  });

  it('puts what weighs most first, and what was accepted last, with its reason', () => {
    const { findings } = toldOf(
      finding({ accepted: 'As agreed.' }),
      finding({ severity: 'note' }),
      finding({ severity: 'warning' }),
      finding({}),
    );
    expect(findings.map(({ weight }) => weight)).toEqual(['error', 'warning', 'note', 'accepted']);
    expect(findings[3]!.hints).toContain('Accepted: As agreed.');
  });

  it('takes a warning for that of the product in whose folder it stands, and an error without a scope for that of all', () => {
    expect(toldOf(finding({ severity: 'warning' })).findings[0]!.product).toBe('mail');
    expect(toldOf(finding({ severity: 'error' })).findings[0]!.product).toBeUndefined();
  });
});
