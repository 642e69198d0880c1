import { areAll, rowsWithout } from './roles.ts';
import type { Rule } from './rule.ts';

/** A row in which nobody is accountable. */
export const accountableMissing: Rule = {
  id: 'accountable-missing',
  severity: 'warning',
  asks: 'Every activity has an accountable party.',
  why: 'Without one, nobody answers for the result when it fails.',
  example: {
    file: 'matrix.csv',
    broken: 'backup,use,Back up the service,,I,R',
    mended: 'backup,use,Back up the service,,I,RA',
  },
  *check(catalogue) {
    for (const product of catalogue.products) {
      const rows = rowsWithout('accountable', product);
      if (areAll(rows, product)) {
        yield {
          place: rows[0]!.place,
          message: `No party is accountable for any of the ${rows.length} activities of '${product.id}'.`,
          hints: ['Does the matrix go without that role? Then turn the rule off in product.yaml.'],
          scope: { product: product.id },
        };
        continue;
      }
      for (const activity of rows) {
        yield {
          place: activity.place,
          message: `No party is accountable for '${activity.id}'.`,
          hints: ['Add the accountable code to one party, or accept the finding with a reason.'],
          scope: { product: product.id, row: activity.id },
        };
      }
    }
  },
};
