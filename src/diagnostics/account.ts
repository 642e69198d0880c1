import type { Severity } from './diagnostic.ts';

/** What is told of a rule, or of a fault of reading, to who meets it: by `annex explain`, and to other programs. */
export type Account = {
  readonly id: string;
  /** A rule is judged: weighed and accepted as the workspace wants it. A fault of reading is not. */
  readonly kind: 'rule' | 'reading';
  /** What it weighs where nobody says otherwise. */
  readonly severity: Severity | 'off';
  /** What a rule asks for; what a fault of reading found. One sentence. */
  readonly says: string;
  /** Why a rule matters; how a fault of reading is mended. */
  readonly more: string;
  /** Lines of a file that a rule finds fault with, and the same lines mended. */
  readonly example?: { readonly file: string; readonly broken: string; readonly mended: string };
};
