import type { Section } from '../model.ts';
import type { Finding, Rule } from './rule.ts';

/** A kept section number that leaves a hole behind the one before. */
export const sectionGap: Rule = {
  id: 'section-gap',
  severity: 'warning',
  asks: 'Kept section numbers follow each other.',
  why: 'A reader who finds 3.1.5 followed by 3.1.7 asks what was taken out.',
  example: {
    file: 'sections.csv',
    broken: 'use,1,\nleave,3,',
    mended: 'use,1,\nleave,2,',
  },
  *check(catalogue) {
    for (const product of catalogue.products) yield* gapsIn(product.sections, product.id);
  },
};

function* gapsIn(level: readonly Section[], product: string): Generator<Finding> {
  let last: Section | undefined;
  for (const section of level) {
    const step =
      lastPart(section.number) - (last === undefined ? lastPart(section.number) - 1 : lastPart(last.number));
    if (last !== undefined && step !== 1) {
      yield {
        place: section.place,
        message: `Section ${last.number} is followed by ${section.number}.`,
        hints: [
          'Renumber the sections, or accept the finding with a reason: a number that contracts cite is kept.',
        ],
        scope: { product, row: section.key },
      };
    }
    last = section;
    yield* gapsIn(section.children, product);
  }
}

function lastPart(number: string): number {
  return Number(number.split('.').at(-1));
}
