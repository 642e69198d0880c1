/**
 * Writes a table canonically: comma, LF, quotes only where they are needed, a line break at the end. Text is left
 * alone, also text that a spreadsheet would take for a formula: these files are read back.
 */
export function writeCsv(header: readonly string[], rows: Iterable<readonly string[]>): string {
  // A header is quoted more readily: its delimiters are counted to find the file's.
  const lines = [header.map((name) => quoteCell(name, /[,;\t"\r\n]/)).join(',')];
  for (const row of rows) lines.push(row.map((text) => quoteCell(text, /[,"\r\n]/)).join(','));
  return `${lines.join('\n')}\n`;
}

/** A cell in quotes, each quote in it doubled, where it holds what `needsQuotes` finds. */
export function quoteCell(text: string, needsQuotes: RegExp): string {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
