import { likeness } from '../../likeness/likeness.ts';
import { shorten } from '../texts.ts';
import type { Rule } from './rule.ts';

/** Below this likeness, no rewording leads from one text to the other. */
const least = 0.2;

/** A row that was typed over: its id stands for another activity than in the released edition. */
export const activityOvertyped: Rule = {
  id: 'activity-overtyped',
  severity: 'warning',
  asks: 'An id stands for the activity that it stood for in the released edition.',
  why: 'Contracts and comparisons go by the id: another duty under an old one looks like a rewording of it.',
  example: {
    file: 'matrix.csv',
    broken: 'backup,use,Announce maintenance windows,,I,RA',
    mended: 'maintenance,use,Announce maintenance windows,,I,RA',
  },
  *check(catalogue) {
    for (const product of catalogue.products) {
      const edition = product.released.at(-1);
      if (edition === undefined) continue;
      const released = new Map(
        edition.activities.map((row) => [row.id, row.activity[product.language]?.text]),
      );
      for (const activity of product.activities) {
        const before = released.get(activity.id);
        if (before === undefined || likeness(before, activity.text.source) >= least) continue;
        yield {
          place: activity.text.place,
          message: `In edition ${edition.edition}, '${activity.id}' was '${shorten(before)}'.`,
          hints: ['Give a new activity an id of its own, and remove the row of the one that is gone.'],
          scope: { product: product.id, row: activity.id },
        };
      }
    }
  },
};
