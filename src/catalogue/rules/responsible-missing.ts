import { areAll, rowsWithout } from './roles.ts';
import type { Rule } from './rule.ts';

/** A row in which nobody is responsible. */
export const responsibleMissing: Rule = {
  id: 'responsible-missing',
  severity: 'warning',
  asks: 'Every activity has a responsible party.',
  why: 'Somebody has to carry the activity out; an accountable party alone answers for work that nobody does.',
  example: {
    file: 'matrix.csv',
    broken: 'backup,use,Back up the service,,I,A',
    mended: 'backup,use,Back up the service,,I,RA',
  },
  *check(catalogue) {
    for (const product of catalogue.products) {
      const rows = rowsWithout('responsible', product);
      if (areAll(rows, product)) {
        yield {
          place: rows[0]!.place,
          message: `No party is responsible for any of the ${rows.length} activities of '${product.id}'.`,
          hints: ['Does the matrix go without that role? Then turn the rule off in product.yaml.'],
          scope: { product: product.id },
        };
        continue;
      }
      for (const activity of rows) {
        yield {
          place: activity.place,
          message: `No party is responsible for '${activity.id}'.`,
          hints: ['Add the responsible code to a party, or accept the finding with a reason.'],
          scope: { product: product.id, row: activity.id },
        };
      }
    }
  },
};
