import type { Diagnostic } from './diagnostic.ts';

/** How many findings of each kind; accepted ones are counted apart. */
export type Summary = {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly accepted: number;
};

/** Counts findings. */
export function summarize(diagnostics: readonly Pick<Diagnostic, 'severity' | 'accepted'>[]): Summary {
  const open = diagnostics.filter((diagnostic) => diagnostic.accepted === undefined);
  const count = (severity: Diagnostic['severity']) =>
    open.filter((found) => found.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    accepted: diagnostics.length - open.length,
  };
}

/** `2 errors, 1 warning`, or `no findings`. */
export function printSummary(summary: Summary): string {
  const parts = [
    plural(summary.errors, 'error'),
    plural(summary.warnings, 'warning'),
    plural(summary.notes, 'note'),
    summary.accepted > 0 ? `${summary.accepted} accepted` : '',
  ];
  return parts.filter((part) => part !== '').join(', ') || 'no findings';
}

function plural(count: number, word: string): string {
  return count === 0 ? '' : `${count} ${word}${count === 1 ? '' : 's'}`;
}
