import type { Scope, Severity } from '../../diagnostics/diagnostic.ts';
import type { Place } from '../../diagnostics/place.ts';
import type { Catalogue } from '../model.ts';

/**
 * A rule that a catalogue is held against: one file in this folder and one line in rules.ts. Its severity may be
 * changed under `rules:` in annex.yaml or product.yaml, and a finding may be accepted with a reason.
 */
export type Rule = {
  readonly id: string;
  /** What its findings weigh where nobody says otherwise; `off` where most workspaces would have them for nothing. */
  readonly severity: Exclude<Severity, 'note'> | 'off';
  /** What it asks for, in one sentence. */
  readonly asks: string;
  /** Why it matters to those who sign. */
  readonly why: string;
  readonly example: Example;
  readonly check: (catalogue: Catalogue) => Iterable<Finding>;
};

/** Lines of a file that the rule finds fault with, and the same lines mended. Shown in docs/rules.md; held by a test. */
export type Example = {
  /** Of a product, `mail`, or of its workspace. */
  readonly file: 'matrix.csv' | 'sections.csv' | 'product.yaml' | 'translations/de.csv';
  readonly broken: string;
  readonly mended: string;
};

export type Finding = {
  readonly place: Place;
  readonly message: string;
  readonly hints?: readonly string[];
  readonly also?: Place;
  readonly scope?: Scope;
};
