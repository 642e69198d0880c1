import type { CellPlace, Place } from '../../diagnostics/place.ts';
import type { Text } from '../model.ts';
import { textsOf } from '../texts.ts';
import type { Finding, Rule } from './rule.ts';

/** Characters that no reader sees but that change what is read, or that files cannot carry. */
export const textCharacters: Rule = {
  id: 'text-characters',
  severity: 'error',
  asks: 'Texts hold no control characters and no marks that turn the reading direction.',
  why: 'NUL and its kin break files; a hidden direction mark can print a sentence other than the one that was checked.',
  example: {
    file: 'matrix.csv',
    broken: 'backup,use,Back up the\u202e service,,I,RA',
    mended: 'backup,use,Back up the service,,I,RA',
  },
  *check(catalogue) {
    for (const product of catalogue.products) {
      for (const { text, activity } of textsOf(product)) {
        yield* inspect(text.source, text, { product: product.id, ...(activity && { row: activity.id }) });
      }
    }
    for (const memory of catalogue.translations.values()) {
      const { language } = memory;
      for (const row of [...memory.byId.values(), ...memory.phrases.values()])
        yield* inspect(row.text, row, { language });
      for (const [product, rows] of memory.byProduct) {
        for (const row of rows.values()) yield* inspect(row.text, row, { product, language });
      }
    }
  },
};

// C0 and C1 controls but tab, line feed and carriage return; directional marks, embeddings, overrides and isolates;
// line and paragraph separators, the byte order mark, lone surrogates and noncharacters.
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]/u;

/** Whether a character is one that this rule names, so that no other rule need speak of it. */
export function isForbidden(character: string): boolean {
  return forbidden.test(character);
}

function* inspect(
  text: string,
  holder: Text | { readonly place: Place },
  scope: Finding['scope'] & {},
): Generator<Finding> {
  const found = forbidden.exec(text);
  if (found === null) return;
  const code = found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  yield {
    place: offsetInto(holder.place, found.index),
    message: `The text holds the character U+${code} (${nameOf(found[0])}).`,
    hints: ['Delete it: it is invisible on the screen, so retype the words around it.'],
    scope,
  };
}

function nameOf(character: string): string {
  const code = character.codePointAt(0)!;
  if (code === 0) return 'NUL';
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return 'a control character';
  if (code === 0x2028 || code === 0x2029) return 'a line separator';
  if (code === 0xfeff) return 'a byte order mark';
  if (code >= 0xd800 && code <= 0xdfff) return 'half a character';
  if (code >= 0xfffe) return 'no character';
  return 'a mark that changes the reading direction';
}

function offsetInto(place: Place, offset: number): Place {
  if ('cell' in place) {
    const cell: CellPlace = { file: place.file, cell: { ...place.cell, offset } };
    return cell;
  }
  return place;
}
