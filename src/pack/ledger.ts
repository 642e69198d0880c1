/**
 * What became of a contract. `reused`: an earlier run made its pack, and it would come out the same. `held`: its row, its
 * products or its cover are at fault. `failed`: this program is.
 */
export type PackState = 'made' | 'reused' | 'held' | 'failed';

/** A file of a pack, as ledger and manifest tell of it. */
export type PackFile = {
  /** Relative to the folder of packs, forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
};

/** What a ledger notes of a contract that a run is through with. `gone`: it is no longer among the contracts. */
export type LedgerEntry = {
  readonly contract: string;
  /** Which run it was, counted from 1. */
  readonly run: number;
  readonly state: PackState | 'gone';
  /** Digest of all that reaches the pack's bytes; '' where there is no pack. */
  readonly key: string;
  readonly files: readonly PackFile[];
  /** How often it was tried in that run, counted from 1. */
  readonly attempt: number;
  readonly reason?: string;
  /** Of a contract that stands in no table: no table takes its pack away. */
  readonly byHand?: true;
};

/** What is noted by whoever makes packs; the ledger knows which run that is. */
export type Noted = Omit<LedgerEntry, 'run'>;

/**
 * What was made, for whoever goes on: a run that ends in the middle leaves no other word of what it had done. It is only
 * ever written to at its end, so that a table in a database can stand in for it.
 */
export interface Ledger {
  /** Which run this is; that of the run before where this one goes on with it. */
  readonly run: number;
  /** What this run, or the run that it goes on with, noted last of a contract. */
  ofThisRun(contract: string): LedgerEntry | undefined;
  /** What an earlier run that came to its end noted last of a contract. */
  ofEarlierRun(contract: string): LedgerEntry | undefined;
  /** All contracts that were ever made and are not gone, of runs that ended in the middle too. */
  contracts(): Iterable<string>;
  /** The last that was noted of a contract, by whichever run. */
  last(contract: string): LedgerEntry | undefined;
  note(noted: Noted): void;
  /** Says that this run is through. */
  finish(): void;
  close(): void;
}
