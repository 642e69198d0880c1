import type { Reader } from './reader.ts';
import { type NegationWords, readNegationWords } from './signals/negations.ts';

export const negationsFile = 'data/negations.csv';

/**
 * Reads `language,words`: the words that negate in a language, parted by spaces. A language without a row is one whose
 * negations nobody compares.
 */
export function readNegations(reader: Reader, language: string): Map<string, NegationWords> {
  const table = reader.table(negationsFile, language, {}, { required: ['language', 'words'] });
  const rows = (table?.rows ?? []).map((row): [string, NegationWords] => [
    row.cell('language')?.text ?? '',
    readNegationWords(row.cell('words')?.text ?? ''),
  ]);
  return new Map(rows);
}
