/** Without what typography may change: white space, soft hyphens, kinds of hyphen and of glyph. */
export function normalize(text: string): string {
  return text.replace(/[\s\u00ad\u200b\u2060\p{Variation_Selector}]+/gu, '').replace(/[\u2010\u2011]/gu, '-');
}

/** Whether lines, one after the other, are a text and nothing else. */
export function isText(lines: readonly string[], text: string): boolean {
  let rest = normalize(text);
  for (const line of lines.map(normalize)) {
    // A line broken inside a word ends in a hyphen that the text does not have.
    const piece = rest.startsWith(line) ? line : line.replace(/-$/, '');
    if (!rest.startsWith(piece)) return false;
    rest = rest.slice(piece.length);
  }
  return rest === '';
}

/** A text made ready to be looked for in another one: without its hyphens, for one may stand where a word was broken. */
export function searchable(text: string): string {
  return normalize(text).replaceAll('-', '');
}

/** Whether a text says a word of the templates, whatever values fill its {parameters}. */
export function saysWord(searched: string, word: string): boolean {
  let from = 0;
  return word.split(/\{[a-z][a-zA-Z]*\}/).every((piece) => {
    const wanted = searchable(piece);
    const at = searched.indexOf(wanted, from);
    from = at + wanted.length;
    return at >= 0;
  });
}

/** A number in raised digits, as it stands behind the text it is a note to. */
export function raised(number: number): string {
  return [...String(number)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
}
