import { annexDialect } from '../annex/elements.ts';
import type { Dialect } from '../markup/dialect.ts';

const { annex, ...others } = annexDialect.elements;

/** What templates of covers and contents may write: all that those of annexes may, in an element of their own. */
export const packDialect: Dialect = {
  name: 'pack',
  root: 'pack',
  elements: { pack: { ...annex!, doc: 'The cover or the contents of a pack.' }, ...others },
};
