import { shorten } from '../texts.ts';
import type { Rule } from './rule.ts';
import { scopeOf, writtenIn } from './written.ts';

/** A text that its author meant to come back to. */
export const textUnfinished: Rule = {
  id: 'text-unfinished',
  severity: 'warning',
  asks: 'No text holds a placeholder, such as TODO, ??? or {{name}}.',
  why: 'What was to be filled in later is signed as it stands.',
  example: {
    file: 'matrix.csv',
    broken: 'backup,use,Back up the service every {{interval}},,I,RA',
    mended: 'backup,use,Back up the service every night,,I,RA',
  },
  *check(catalogue) {
    for (const written of writtenIn(catalogue)) {
      const { text, place } = written;
      const found = suspicious.test(text) ? placeholder.exec(text)?.[0] : undefined;
      if (found === undefined) continue;
      yield {
        place,
        message: `The text holds the placeholder '${shorten(found, 30)}'.`,
        hints: ['Write what belongs there, or remove it.'],
        scope: scopeOf(written),
      };
    }
  },
};

// What every placeholder has in it, and few other texts.
const suspicious = /[?{[<]|[A-Z]{3}|orem /;

// Marks that writers leave for themselves, in capitals, for todo is a Spanish word; text that stands for text to come;
// and braces that a program should have filled.
const placeholder =
  /\b(?:TODO|TBD|TBC|TBA|FIXME|XXX+)\b|\?{3,}|\b[Ll]orem ipsum\b|\{\{.*?\}\}|\$\{.*?\}|<%.*?%>|\[(?:\.{3}|…|_+|x{2,})\]/u;
