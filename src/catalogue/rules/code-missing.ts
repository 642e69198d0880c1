import { hasCodes } from './roles.ts';
import type { Rule } from './rule.ts';

/** A row in which no party holds any code. */
export const codeMissing: Rule = {
  id: 'code-missing',
  severity: 'error',
  asks: 'Every activity has a code for at least one party.',
  why: 'A row without codes says that nobody does it: contracts read that as the customer’s duty.',
  example: {
    file: 'matrix.csv',
    broken: 'backup,use,Back up the service,,,',
    mended: 'backup,use,Back up the service,,I,RA',
  },
  *check(catalogue) {
    for (const product of catalogue.products) {
      for (const activity of product.activities) {
        if (!activity.readable || hasCodes(activity)) continue;
        yield {
          place: activity.place,
          message: `No party has a code for '${activity.id}'.`,
          hints: ['Say who is responsible and who is accountable, or remove the row.'],
          scope: { product: product.id, row: activity.id },
        };
      }
    }
  },
};
