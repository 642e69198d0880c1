import type { Account } from '../account.ts';
import type { Baseline } from '../baseline/baseline.ts';
import type { LocatedDiagnostic } from '../located.ts';

/** All that a reporter may print. */
export type Report = {
  /** Every finding, accepted ones and those of the baseline included, in the order in which a reader mends. */
  readonly findings: readonly LocatedDiagnostic[];
  /** What the baseline holds and nobody finds any more; empty where the run has no baseline. */
  readonly gone: Baseline;
  /** Whether the run was held against a baseline. */
  readonly compared: boolean;
  /** All rules, and the faults of reading. */
  readonly accounts: readonly Account[];
  /** What to put before the path of a file, to reach it from the folder that the command runs in: '' or `contracts/`. */
  readonly root: string;
  readonly version: string;
};

/** A report as the text of a file. */
export type Reporter = (report: Report) => string;
