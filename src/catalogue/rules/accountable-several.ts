import { partiesWith } from './roles.ts';
import type { Rule } from './rule.ts';

/** A row in which several parties are accountable. */
export const accountableSeveral: Rule = {
  id: 'accountable-several',
  severity: 'warning',
  asks: 'Every activity has at most one accountable party.',
  why: 'Two parties that both answer for a result can each point at the other.',
  example: {
    file: 'matrix.csv',
    broken: 'backup,use,Back up the service,,A,RA',
    mended: 'backup,use,Back up the service,,C,RA',
  },
  *check(catalogue) {
    for (const product of catalogue.products) {
      for (const activity of product.activities) {
        const parties = partiesWith('accountable', activity, product) ?? [];
        if (parties.length < 2) continue;
        yield {
          place: activity.place,
          message: `${parties.length} parties are accountable for '${activity.id}': ${parties.join(', ')}.`,
          hints: ['Leave the accountable code with one of them, or accept the finding with a reason.'],
          scope: { product: product.id, row: activity.id },
        };
      }
    }
  },
};
