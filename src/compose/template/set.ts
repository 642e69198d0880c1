import type { Dialect } from '../markup/dialect.ts';
import type { Shape } from '../shape.ts';
import type { Direct } from './direct/direct.ts';
import type { Compiled } from './environment.ts';

/** A template with its partials, checked and ready to render views of one shape. `View` is `ViewOf` that shape. */
export type TemplateSet<View> = {
  readonly file: string;
  readonly dialect: Dialect;
  readonly main: Compiled<View>;
  readonly partials: ReadonlyMap<string, Compiled>;
  readonly direct: Direct<View>;
};

/** What a kind of template is: its file, what it may read, what it has to write. */
export type TemplateKind<View> = {
  /** `templates/annex.hbs`. */
  readonly file: string;
  /** The shape of `View`. */
  readonly shape: Shape;
  readonly dialect: Dialect;
  /** Made-up views that take every branch between them: a fault is found before any product meets it. */
  readonly samples: readonly View[];
};
