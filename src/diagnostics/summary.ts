import { type Diagnostic, isOpen, type Weight } from './diagnostic.ts';

/** How many findings of each kind; those that were accepted, and those of the baseline, are counted apart. */
export type Summary = {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly accepted: number;
  /** Findings that stand in the baseline; absent where the run has none. */
  readonly known?: number;
};

/** Counts findings. */
export function summarize(diagnostics: readonly Weight[]): Summary {
  const open = diagnostics.filter(isOpen);
  const count = (severity: Diagnostic['severity']) =>
    open.filter((found) => found.severity === severity).length;
  const accepted = diagnostics.filter((found) => found.accepted !== undefined).length;
  const known = diagnostics.length - open.length - accepted;
  return {
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    accepted,
    ...(known > 0 && { known }),
  };
}

/** `2 errors, 1 warning`, or `no findings`. */
export function printSummary(summary: Summary): string {
  const parts = [
    plural(summary.errors, 'error'),
    plural(summary.warnings, 'warning'),
    plural(summary.notes, 'note'),
    summary.accepted > 0 ? `${summary.accepted} accepted` : '',
    summary.known === undefined ? '' : `${summary.known} in the baseline`,
  ];
  return parts.filter((part) => part !== '').join(', ') || 'no findings';
}

function plural(count: number, word: string): string {
  return count === 0 ? '' : `${count} ${word}${count === 1 ? '' : 's'}`;
}
