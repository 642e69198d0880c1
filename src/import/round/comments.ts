import { type Diagnostic, note } from '../../diagnostics/diagnostic.ts';
import type { WrittenWorkbook } from '../../readers/written.ts';
import { quote } from '../findings.ts';

/** Comments on cells: talk between people, which no source file has a place for. */
export function nameComments({ sheets }: WrittenWorkbook, file: string): Diagnostic[] {
  return sheets.flatMap(({ name, comments }) =>
    comments.map(({ address, text }) =>
      note(
        'round-comment',
        { file },
        `${name}!${address} has a comment, which stays in the workbook: ${quote(text)}.`,
      ),
    ),
  );
}
