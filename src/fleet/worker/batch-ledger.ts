import type { Ledger, LedgerEntry, Noted } from '../../pack/ledger.ts';

/**
 * The ledger of one batch, in memory: what is noted counts when the whole batch is settled. Of this run it knows nothing,
 * for a batch that was settled is never made again.
 */
export class BatchLedger implements Ledger {
  readonly run: number;
  private readonly earlier: ReadonlyMap<string, LedgerEntry>;
  private readonly onNote: (noted: Noted) => void;

  constructor(run: number, earlier: ReadonlyMap<string, LedgerEntry>, onNote: (noted: Noted) => void) {
    this.run = run;
    this.earlier = earlier;
    this.onNote = onNote;
  }

  ofThisRun(): undefined {}

  ofEarlierRun(contract: string): LedgerEntry | undefined {
    return this.earlier.get(contract);
  }

  contracts(): Iterable<string> {
    return [];
  }

  /** Names are given to packs when somebody collects them: there are none here to be taken away. */
  last(): undefined {}

  note(noted: Noted): void {
    this.onNote(noted);
  }

  finish(): void {}

  close(): void {}
}
