import { error } from '../diagnostics/diagnostic.ts';
import { placeOfCell } from './cells.ts';
import type { Text } from './model.ts';
import type { Reader } from './reader.ts';

export const wordingFile = 'data/wording.csv';

/** The language in which the words that ship with the program are written. */
export const shippedLanguage = 'en';

/** Reads `id,text`: the words of templates and legend. */
export function readWording(reader: Reader, language: string): Map<string, Text> {
  const words = new Map<string, Text>();
  const table = reader.table(wordingFile, language, {}, { required: ['id', 'text'] });
  for (const row of table?.rows ?? []) {
    const [id, text] = [row.cell('id'), row.cell('text')];
    if (table === undefined || id === undefined || text === undefined) continue;
    const place = placeOfCell(table.file, id);
    if (words.has(id.text)) {
      reader.report(
        error('wording-duplicate', place, `The word '${id.text}' stands in this file twice.`, {
          hints: ['Keep one of the two rows.'],
        }),
      );
    } else if (!/^[a-z][a-z0-9.-]*$/i.test(id.text)) {
      reader.report(
        error('wording-id', place, `'${id.text}' cannot be the id of a word.`, {
          hints: ['Use letters, digits, hyphens and dots, beginning with a letter, such as annex-label.'],
        }),
      );
    } else {
      words.set(id.text, { id: id.text, source: text.text, language, place: placeOfCell(table.file, text) });
    }
  }
  return words;
}
