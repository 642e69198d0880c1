import { rules } from '../catalogue/rules/rules.ts';
import type { Account } from '../diagnostics/account.ts';
import { readingFaults } from '../diagnostics/reading-faults.ts';

/** All that a finding can name: the rules, then the faults of reading by what is read, as docs/rules.md has them. */
export function listAccounts(): Account[] {
  return groupAccounts().flatMap(({ accounts }) => accounts);
}

/** Accounts under a title. */
export type AccountGroup = { readonly title: string; readonly accounts: readonly Account[] };

/** The accounts under the titles of docs/rules.md. */
export function groupAccounts(): AccountGroup[] {
  const ofRules = rules.map(
    ({ id, severity, asks, why, example }): Account => ({
      id,
      kind: 'rule',
      severity,
      says: asks,
      more: why,
      example,
    }),
  );
  const ofReading = readingFaults.map(({ title, faults }) => ({
    title,
    accounts: faults.map(
      ({ id, severity, means, mend }): Account => ({
        id,
        kind: 'reading',
        severity,
        says: means,
        more: mend,
      }),
    ),
  }));
  return [{ title: 'Rules', accounts: ofRules }, ...ofReading];
}
