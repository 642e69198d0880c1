import type { Severity } from '../diagnostics/diagnostic.ts';
import type { Excerpt } from '../diagnostics/excerpt.ts';

/** What the server of a preview tells its page whenever the workspace has changed. */
export type Told = {
  /** Counts the changes since the start: whoever sees a greater one has something new to ask for. */
  readonly revision: number;
  /** The name of the workspace's folder. */
  readonly workspace: string;
  readonly products: readonly ToldProduct[];
  readonly findings: readonly ToldFinding[];
  /** `2 errors, 1 warning`. */
  readonly summary: string;
  /** Why the workspace could not be read at all this time; what is told beside it is of before. */
  readonly fault?: string;
};

export type ToldProduct = {
  readonly id: string;
  readonly name: string;
  readonly edition: string;
  readonly draft: boolean;
  readonly languages: readonly string[];
};

export type ToldFinding = {
  readonly rule: string;
  /** A finding that was accepted no longer weighs anything. */
  readonly weight: Severity | 'accepted';
  /** `data/products/x/matrix.csv:14:23`. */
  readonly place: string;
  readonly message: string;
  readonly hints: readonly string[];
  readonly excerpt?: Excerpt;
  /** What it touches; all products or all languages where it does not say. */
  readonly product?: string;
  readonly language?: string;
};

/** The ways in which a preview shows a document: the ends of its addresses. */
export const forms = ['pdf', 'html', 'sheets', 'xlsx'] as const;

export type Form = (typeof forms)[number];
