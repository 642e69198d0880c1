import type { Code, Product } from '../model.ts';
import type { Rule } from './rule.ts';

/** Roles of one party in one activity of which the one is more than the other, so that the other says nothing. */
const odd: readonly (readonly [Code['role'], Code['role']])[] = [
  ['responsible', 'consulted'],
  ['responsible', 'informed'],
  ['accountable', 'consulted'],
  ['accountable', 'informed'],
];

/** A party that is asked about, or told of, what it does itself. */
export const codesOdd: Rule = {
  id: 'codes-odd',
  severity: 'off',
  asks: 'No party is consulted about, or informed of, what it does or answers for itself.',
  why: 'Such a cell says two things; often one of them was meant for another party.',
  example: {
    file: 'matrix.csv',
    broken: 'backup,use,Back up the service,,,RAI',
    mended: 'backup,use,Back up the service,,I,RA',
  },
  *check(catalogue) {
    for (const product of catalogue.products) {
      for (const activity of product.activities.filter(({ readable }) => readable)) {
        for (const [party, held] of activity.codes) {
          const pair = oddPair(held, product);
          if (pair === undefined) continue;
          yield {
            place: activity.place,
            message: `In '${activity.id}', ${party} holds ${pair.join(' and ')} at once.`,
            hints: ['Leave the first where both are meant; was the second meant for another party?'],
            scope: { product: product.id, row: activity.id },
          };
        }
      }
    }
  },
};

/** The signs of the first odd pair of roles that a cell holds. */
function oddPair(held: readonly string[], { codes }: Product): readonly [string, string] | undefined {
  const signOf = (role: Code['role']) =>
    codes.codes.find((code) => code.role === role && held.includes(code.sign))?.sign;
  for (const [more, less] of odd) {
    const [first, second] = [signOf(more), signOf(less)];
    if (first !== undefined && second !== undefined) return [first, second];
  }
  return undefined;
}
