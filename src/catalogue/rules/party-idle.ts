import type { Section } from '../model.ts';
import { partiesWith } from './roles.ts';
import type { Rule } from './rule.ts';

/** A party that answers for nothing in a part of the matrix. */
export const partyIdle: Rule = {
  id: 'party-idle',
  severity: 'off',
  asks: 'Every party is accountable for something in every top section.',
  why: 'A part of the contract in which one side answers for nothing is worth a second look before it is signed.',
  example: {
    file: 'matrix.csv',
    broken: 'backup,use,Back up the service,,RA,I\nreturn,leave,Return the data,,I,RA',
    mended: 'backup,use,Back up the service,,I,RA\nreturn,leave,Return the data,,I,RA',
  },
  *check(catalogue) {
    for (const product of catalogue.products) {
      for (const section of product.sections) {
        const activities = activitiesIn(section);
        const owners = new Set(
          activities.flatMap((activity) => partiesWith('accountable', activity, product) ?? []),
        );
        for (const party of product.parties) {
          if (owners.size === 0 || owners.has(party.id)) continue;
          yield {
            place: section.title.place,
            message: `In section ${section.number}, '${section.title.source}', ${party.id} is accountable for none of ${activities.length} activities.`,
            scope: { product: product.id, row: section.key },
          };
        }
      }
    }
  },
};

function activitiesIn(section: Section): readonly Section['activities'][number][] {
  return [...section.activities, ...section.children.flatMap(activitiesIn)];
}
