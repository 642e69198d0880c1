import type { Shape } from '../shape.ts';
import type { Loc, Program } from './ast.ts';
import type { Scope } from './scope.ts';

/** What templates are checked against. */
export type Contract = {
  readonly view: Shape;
  /** The words in the reference language, by id: which ids there are, and which parameters each takes. */
  readonly words: ReadonlyMap<string, string>;
  readonly partials: ReadonlyMap<string, Program>;
};

/** What one check carries along. */
export type Check = Contract & {
  readonly report: (fault: Fault) => void;
  /** Checks a partial from its top. */
  readonly walk: (program: Program, scope: Scope, check: Check) => void;
  /** Partials being checked, outermost first, to find those that call themselves. */
  readonly calling: readonly string[];
  /** Calls that were checked already, by partial and shape of the context. */
  readonly done: Set<string>;
};

/** A fault as the checker finds it, before it becomes a Diagnostic. */
export type Fault = {
  readonly rule: string;
  readonly loc: Loc;
  readonly message: string;
  readonly hints?: readonly string[];
};
