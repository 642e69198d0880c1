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
        for (const { activity, earlier } of repeatsIn(section.activities)) {
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
  },
};

/** Texts that say the same begin with the same letters, so that only few are taken apart into words. */
const beginning = 8;

type Repeat = { readonly activity: Activity; readonly earlier: Activity };

function repeatsIn(activities: readonly Activity[]): Repeat[] {
  const begun = groupBy(activities, ({ text }) => text.source.slice(0, beginning).toLowerCase());
  return begun
    .filter((alike) => alike.length > 1)
    .flatMap((alike) => groupBy(alike, ({ text }) => wordsOf(text.source).join(' ')))
    .flatMap(([earlier, ...others]) => others.map((activity) => ({ activity, earlier: earlier! })))
    .filter(({ activity }) => wordsOf(activity.text.source).length > 0);
}

function groupBy(activities: readonly Activity[], keyOf: (activity: Activity) => string): Activity[][] {
  const groups = new Map<string, Activity[]>();
  for (const activity of activities) {
    const key = keyOf(activity);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [activity]);
    else group.push(activity);
  }
  return [...groups.values()];
}
