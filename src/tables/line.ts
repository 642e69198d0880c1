/** A position in a text. Line and column count from 1; columns count UTF-16 code units. */
export type Position = { readonly line: number; readonly column: number };

const lineBreak = /\r\n|\n|\r/g;

/** The offset at which each line of a text begins. CRLF is one line break, and so is a CR alone. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const found of text.matchAll(lineBreak)) starts.push(found.index + found[0].length);
  return starts;
}

/** The line and column of an offset in code units. */
export function positionAt(
  text: string,
  offset: number,
  starts: readonly number[] = lineStarts(text),
): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
}

/** A line of a text without its line break, for printing with a caret; empty beyond the end of the text. */
export function sourceLine(text: string, line: number, starts: readonly number[] = lineStarts(text)): string {
  const start = starts[line - 1];
  if (start === undefined) return '';
  return text.slice(start, starts[line] ?? text.length).replace(/[\r\n]+$/, '');
}
