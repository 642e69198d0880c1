import { wordsOf } from '../../likeness/near.ts';
import type { Activity } from '../model.ts';
import { flattenSections } from '../sections.ts';
import type { Rule } from './rule.ts';

/** Two rows of a section that say the same. */
export const activityRepeated: Rule = {
  id: 'activity-repeated',
  severity: 'warning',
  asks: 'No activity stands in a section twice.',
  why: 'Two rows with the same words leave open which of them holds; in another section they are another activity.',
  example: {
    file: 'matrix.csv',
    broken: 'backup,use,Back up the service,,I,RA\nbackups,use,Back up the service.,,RA,I',
    mended: 'backup,use,Back up the service,,I,RA',
  },
  *check(catalogue) {
    for (const product of catalogue.products) {
      for (const section of flattenSections(product.sections)) {
        const met = new Map<string, Activity>();
        for (const activity of section.activities) {
          const words = wordsOf(activity.text.source).join(' ');
          const earlier = met.get(words);
          if (earlier === undefined) met.set(words, activity);
          else if (words !== '') {
            yield {
              place: activity.text.place,
              also: earlier.text.place,
              message: `The activity '${activity.id}' says what '${earlier.id}' says in the same section.`,
              hints: ['Remove one of the two, or say what makes them different.'],
              scope: { product: product.id, row: activity.id },
            };
          }
        }
      }
    }
  },
};
