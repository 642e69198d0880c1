import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { lineStarts, positionAt } from './line.ts';

/**
 * The marks that git leaves where it could not merge two versions: a row of its own each, and every row between them
 * stands there twice. Said once, where the first one begins.
 */
export function findConflict(file: string, text: string): Diagnostic | undefined {
  const begins = [...text.matchAll(/^<{7} .*$/gm)];
  const first = begins[0];
  if (first === undefined || !/^>{7} /m.test(text)) return undefined;
  const { line, column } = positionAt(text, first.index, lineStarts(text));
  const count = begins.length === 1 ? 'a conflict' : `${begins.length} conflicts`;
  const message = `The file holds ${count} that git could not merge.`;
  return error('csv-conflict', { file, line, column, length: 7 }, message, {
    hints: ['Keep the rows that hold, and delete the others with the lines of <<<<<<<, ======= and >>>>>>>.'],
  });
}
