import { isOpen } from '../diagnostic.ts';
import type { LocatedDiagnostic } from '../located.ts';
import { fingerprint } from './fingerprint.ts';

/** Findings that were there when a baseline was written: only newer ones count in a run that is held against it. */
export type Baseline = readonly BaselineEntry[];

export type BaselineEntry = {
  readonly fingerprint: string;
  readonly rule: string;
  readonly file: string;
  readonly message: string;
  /** How many findings have this fingerprint. */
  readonly count: number;
};

/** Findings that are held against a baseline. */
export type Compared = {
  /** All findings; those of the baseline are `known`. */
  readonly findings: readonly LocatedDiagnostic[];
  /** What the baseline holds and nobody finds any more. */
  readonly gone: Baseline;
};

/** The baseline of a run: every finding that counts, one entry a fingerprint. */
export function takeBaseline(findings: readonly LocatedDiagnostic[]): Baseline {
  const entries = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    if (finding.accepted !== undefined) continue;
    const key = fingerprint(finding);
    const { rule, place, message } = finding;
    const count = (entries.get(key)?.count ?? 0) + 1;
    entries.set(key, { fingerprint: key, rule, file: place.file, message, count });
  }
  return [...entries.values()];
}

/** Marks the findings that a baseline holds, as often as it holds them, and names what of it is gone. */
export function holdAgainst(baseline: Baseline, findings: readonly LocatedDiagnostic[]): Compared {
  const left = new Map(baseline.map((entry) => [entry.fingerprint, entry.count]));
  const compared = findings.map((finding) => {
    const key = fingerprint(finding);
    const count = left.get(key) ?? 0;
    if (!isOpen(finding) || count === 0) return finding;
    left.set(key, count - 1);
    return { ...finding, known: true };
  });
  const gone = baseline
    .map((entry) => ({ ...entry, count: left.get(entry.fingerprint) ?? 0 }))
    .filter(({ count }) => count > 0);
  return { findings: compared, gone };
}
