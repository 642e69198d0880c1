/**
 * Where the text of a cell begins and ends inside its outer white space: space, tab, CR and LF alone. A regular
 * expression would take quadratic time over a long run of spaces inside a text.
 */
export function trimmedSpan(text: string): { readonly start: number; readonly end: number } {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** Undoes what typing and spreadsheets add around a text. No-break spaces are text: French needs them. */
export function normalizeText(raw: string): string {
  const { start, end } = trimmedSpan(raw);
  return raw.slice(start, end).replace(/\r\n?/g, '\n');
}

/** A column's name: no case, no no-break spaces, none of the characters that show nowhere. */
export function normalizeName(raw: string): string {
  return raw
    .replace(/[\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Whether nothing but white space stands in a cell. */
export function isEmptyCell(raw: string): boolean {
  return !/[^ \t\r\n]/.test(raw);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
