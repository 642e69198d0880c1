import { flattenSections } from '../sections.ts';
import type { Rule } from './rule.ts';

/** A section whose parent no sections file lists. */
export const sectionParent: Rule = {
  id: 'section-parent',
  severity: 'warning',
  asks: 'Every section above a section is listed.',
  why: 'A section whose parent was taken out moves up into its place, and all clauses below get other numbers.',
  example: {
    file: 'sections.csv',
    broken: 'use,,\nleave.data,,',
    mended: 'use,,\nleave,,\nleave.data,,',
  },
  *check(catalogue) {
    for (const product of catalogue.products) {
      const sections = flattenSections(product.sections);
      const listed = new Set(sections.map(({ key }) => key));
      for (const section of sections) {
        const absent = keysAbove(section.key).filter((key) => !listed.has(key));
        if (absent.length === 0) continue;
        for (const key of absent) listed.add(key);
        const names = absent.map((key) => `'${key}'`).join(' and ');
        yield {
          place: section.place,
          message: `${names} ${absent.length === 1 ? 'is' : 'are'} not listed, so '${section.key}' is numbered ${section.number}.`,
          hints: ['List what stands above it, with a title.'],
          scope: { product: product.id, row: section.key },
        };
      }
    }
  },
};

/** `usage.operations.access` stands in `usage` and `usage.operations`. */
function keysAbove(key: string): string[] {
  const parts = key.split('.');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('.'));
}
