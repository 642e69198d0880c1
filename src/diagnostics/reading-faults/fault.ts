import type { Severity } from '../diagnostic.ts';

/**
 * What can be wrong with a file before any rule looks at it. Unlike a rule, such a fault can neither be weighed nor
 * accepted: the model itself would be a guess.
 */
export type ReadingFault = {
  readonly id: string;
  readonly severity: Severity;
  /** What was found, in one sentence. */
  readonly means: string;
  /** How to mend it. */
  readonly mend: string;
};

/** Faults of one kind of file, under the title they have in docs/rules.md. */
export type FaultGroup = { readonly title: string; readonly faults: readonly ReadingFault[] };

export function error(id: string, means: string, mend: string): ReadingFault {
  return { id, severity: 'error', means, mend };
}

export function warning(id: string, means: string, mend: string): ReadingFault {
  return { id, severity: 'warning', means, mend };
}

export function note(id: string, means: string, mend: string): ReadingFault {
  return { id, severity: 'note', means, mend };
}
