import type { PackState } from './ledger.ts';

/** What became of the contracts of a run: `read` is the sum of the others, or a contract was lost. */
export type Reconciliation = { readonly read: number } & Readonly<Record<PackState, number>>;

const states = ['made', 'reused', 'held', 'failed'] as const;

/** Counts what becomes of contracts. */
export class Reckoning {
  private read = 0;
  private readonly counts: Record<PackState, number> = { made: 0, reused: 0, held: 0, failed: 0 };

  /** A contract was read. */
  take(): void {
    this.read++;
  }

  /** This became of it. */
  settle(state: PackState): void {
    this.counts[state]++;
  }

  /** Throws where the sum is not what was read: that would be a contract that nobody will ask for. */
  close(): Reconciliation {
    const sum = states.reduce((total, state) => total + this.counts[state], 0);
    if (sum !== this.read) throw new Error(`Of ${this.read} contracts, ${sum} are accounted for.`);
    return { read: this.read, ...this.counts };
  }
}

/** `read 10000 = made 9990 + reused 0 + held 9 + failed 1`. */
export function printReconciliation(reconciliation: Reconciliation): string {
  const parts = states.map((state) => `${state} ${reconciliation[state]}`);
  return `read ${reconciliation.read} = ${parts.join(' + ')}`;
}
