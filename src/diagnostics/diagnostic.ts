import type { Place } from './place.ts';

export type Severity = 'error' | 'warning' | 'note';

/**
 * A fault in what a user wrote, as a value. Exceptions are for bugs in this program; a run gathers all diagnostics
 * of all inputs before it stops.
 */
export type Diagnostic = {
  /** The rule's id, such as `code-unknown`: stable, kebab-case, documented in docs/rules.md. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence without the position: what is wrong, with what was found. */
  readonly message: string;
  readonly place: Place;
  /** How to mend it, one sentence each. */
  readonly hints: readonly string[];
  /** The other place that the fault has to do with: the first of two duplicates. */
  readonly also?: Place;
  /** What the fault keeps from being made. Without a scope: everything. */
  readonly scope?: Scope;
  /** The reason a user gave under `accept:`; an accepted diagnostic no longer counts. */
  readonly accepted?: string;
  /** Whether the finding stands in the baseline of the run: it was there before, and no longer counts. */
  readonly known?: boolean;
};

/** The artifacts that a fault touches: those of a product, of a language, in a brand, or of what is named together. */
export type Scope = {
  readonly product?: string;
  readonly language?: string;
  readonly brand?: string;
  readonly row?: string;
  /** An edition as it was frozen: nothing that is made from a matrix is touched. */
  readonly edition?: string;
};

type Extra = { hints?: readonly string[]; also?: Place; scope?: Scope };

/** Builds an error. */
export function error(rule: string, place: Place, message: string, extra: Extra = {}): Diagnostic {
  return diagnostic('error', rule, place, message, extra);
}

/** Builds a warning. */
export function warning(rule: string, place: Place, message: string, extra: Extra = {}): Diagnostic {
  return diagnostic('warning', rule, place, message, extra);
}

/** Builds a note: worth saying, nothing to mend. */
export function note(rule: string, place: Place, message: string, extra: Extra = {}): Diagnostic {
  return diagnostic('note', rule, place, message, extra);
}

function diagnostic(
  severity: Severity,
  rule: string,
  place: Place,
  message: string,
  extra: Extra,
): Diagnostic {
  const { hints = [], also, scope } = extra;
  return { rule, severity, message, place, hints, ...(also && { also }), ...(scope && { scope }) };
}

/** What of a diagnostic says whether it counts. */
export type Weight = Pick<Diagnostic, 'severity' | 'accepted' | 'known'>;

/** Whether a diagnostic counts: nobody accepted it, and no baseline holds it. */
export function isOpen(diagnostic: Weight): boolean {
  return diagnostic.accepted === undefined && diagnostic.known !== true;
}

/** Whether a diagnostic stands in the way: an error that counts. */
export function isBlocking(diagnostic: Weight): boolean {
  return diagnostic.severity === 'error' && isOpen(diagnostic);
}

const weights = { error: 0, warning: 1, note: 2 } as const;

/** The first findings that count, errors before warnings before notes. */
export function worstOf<Finding extends Weight>(findings: readonly Finding[], count: number): Finding[] {
  const open = findings.filter(isOpen);
  return open.toSorted((a, b) => weights[a.severity] - weights[b.severity]).slice(0, count);
}

/** Each finding once, where several artifacts or readers met the same one. */
export function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = ({ rule, place, message }: Diagnostic) => JSON.stringify([rule, place, message]);
  return [...new Map(diagnostics.map((diagnostic) => [key(diagnostic), diagnostic])).values()];
}
