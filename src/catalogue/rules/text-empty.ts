import { textsOf } from '../texts.ts';
import type { Rule } from './rule.ts';

/** A text that says nothing. */
export const textEmpty: Rule = {
  id: 'text-empty',
  severity: 'error',
  asks: 'Every activity, title and name has a text.',
  why: 'An empty row in an annex is a duty that nobody can read.',
  example: {
    file: 'matrix.csv',
    broken: 'backup,use,,,I,RA',
    mended: 'backup,use,Back up the service,,I,RA',
  },
  *check(catalogue) {
    for (const product of catalogue.products) {
      for (const { text, activity } of textsOf(product)) {
        if (!isBlank(text.source) || activity?.readable === false) continue;
        yield {
          place: text.place,
          message:
            activity === undefined
              ? `The text '${text.id}' is empty.`
              : `The activity '${activity.id}' is empty.`,
          hints: ['Write the text, or remove the row.'],
          scope: { product: product.id, ...(activity && { row: activity.id }) },
        };
      }
    }
  },
};

/** White space and characters of no width alone do not make a text. */
function isBlank(text: string): boolean {
  return /^[\s\u00ad\u200b-\u200f\u2060\ufeff]*$/u.test(text);
}
