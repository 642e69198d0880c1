import { type Checked, checked, failed } from '../diagnostics/checked.ts';
import { error } from '../diagnostics/diagnostic.ts';
import type { Decoded } from './decode.ts';
import { readSeparatorLine, skipQuoted } from './scan.ts';
import type { Dialect } from './table.ts';

const delimiters = [',', ';', '\t'] as const;

/** How a decoded file is written: its delimiter is the one stated by `sep=;`, or the commonest in the header. */
export function recognizeDialect(path: string, decoded: Decoded): Checked<Dialect> {
  const { text, encoding, bom } = decoded;
  const { stated, start } = readSeparatorLine(text);
  const delimiter =
    stated === undefined ? sniffDelimiter(text) : delimiters.find((known) => known === stated);
  if (delimiter === undefined) {
    const place = { file: path, line: 1, column: text.indexOf('=') + 2, length: 1 };
    return failed(
      error(
        'csv-separator',
        place,
        `The first line states the delimiter '${stated}'; expected a comma, semicolon or tab.`,
        {
          hints: ['Save the file with one of these between its columns.'],
        },
      ),
    );
  }
  return checked({ delimiter, encoding, bom, newline: firstNewline(text, start) });
}

/** The delimiter that stands most often in the header outside quotes; a comma where it has one column. */
function sniffDelimiter(text: string): Dialect['delimiter'] {
  const counts = { ',': 0, ';': 0, '\t': 0 };
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '\n' || character === '\r') break;
    if (character === '"') at = skipQuoted(text, at) - 1;
    else if (character in counts) counts[character as Dialect['delimiter']]++;
  }
  return delimiters.reduce((best, other) => (counts[other] > counts[best] ? other : best));
}

/** The line break that the file's own lines end with, which an edit has to keep. */
function firstNewline(text: string, start: number): Dialect['newline'] {
  for (let at = start; at < text.length; at++) {
    if (text[at] === '"') at = skipQuoted(text, at) - 1;
    else if (text[at] === '\n') return '\n';
    else if (text[at] === '\r') return text[at + 1] === '\n' ? '\r\n' : '\r';
  }
  return '\n';
}
