import { textsOf } from '../texts.ts';
import type { Rule } from './rule.ts';

/** The longest text an Excel cell holds, in UTF-16 code units. */
const cellLimit = 32_767;

/** A text that an Excel cell cannot hold. */
export const textLong: Rule = {
  id: 'text-long',
  severity: 'error',
  asks: `No text is longer than the ${cellLimit.toLocaleString('en')} characters of an Excel cell.`,
  why: 'Excel cuts a longer text off, or calls the workbook damaged.',
  example: {
    file: 'matrix.csv',
    broken: `backup,use,${'Back up the service. '.repeat(1_600)},,I,RA`,
    mended: 'backup,use,Back up the service.,,I,RA',
  },
  *check(catalogue) {
    if (!catalogue.formats.includes('xlsx')) return;
    for (const product of catalogue.products) {
      for (const { text, activity } of textsOf(product)) {
        if (text.source.length <= cellLimit) continue;
        yield {
          place: text.place,
          message: `The text has ${text.source.length} characters; an Excel cell holds ${cellLimit}.`,
          hints: ['Split the activity into several, or leave xlsx out of `formats:`.'],
          scope: { product: product.id, ...(activity && { row: activity.id }) },
        };
      }
    }
    for (const memory of catalogue.translations.values()) {
      const { language } = memory;
      for (const row of [...memory.byId.values(), ...memory.phrases.values()]) {
        if (row.text.length <= cellLimit) continue;
        yield {
          place: row.place,
          message: `The translation has ${row.text.length} characters; an Excel cell holds ${cellLimit}.`,
          scope: { language },
        };
      }
    }
  },
};
