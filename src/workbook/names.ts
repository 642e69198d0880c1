/** What Excel refuses in a sheet's name, and the apostrophe, which must be doubled wherever the name is cited. */
const NOT_IN_SHEET_NAMES = /[[\]:*?/\\\u0000-\u001f\u007f]/g;

/** Names for sheets as near to the wanted ones as Excel allows: 31 characters, unique whatever the case. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  return distinct(
    wanted.map((name) => {
      const plain = name.replace(NOT_IN_SHEET_NAMES, ' ').replaceAll("'", '’').replace(/\s+/gu, ' ').trim();
      // Excel keeps the name 'History' for itself.
      return plain === '' ? 'Sheet' : /^history$/i.test(plain) ? `${plain}_` : plain;
    }),
    31,
  );
}

/** Texts for the header cells of a table: one line, not empty, unique whatever the case, 255 characters. */
export function headerNames(wanted: readonly string[]): readonly string[] {
  return distinct(
    wanted.map((name) => name.replace(/\s*[\r\n]+\s*/g, ' ').trim() || '–'),
    255,
  );
}

/** Names for tables and ranges: letters, digits and `_`, starting with a letter, unique whatever the case. */
export function definedNames(wanted: readonly string[]): readonly string[] {
  return distinct(wanted.map(definedName), 200, (n) => `_${n}`);
}

function definedName(wanted: string): string {
  const name = wanted.replace(/[^\p{L}\p{N}]+/gu, '_');
  // `RA1`, `R1C1`, `R` and `C` would be read as cells, rows and columns.
  const readsAsCell = /^([a-z]{1,3}[0-9]+|r[0-9]*(c[0-9]*)?|c[0-9]*)$/i.test(name);
  return readsAsCell || !/^\p{L}/u.test(name) ? `_${name}` : name;
}

/** The same texts, shortened to a length, those that stood before with a number behind them. */
function distinct(
  texts: readonly string[],
  length: number,
  suffix = (n: number) => ` (${n})`,
): readonly string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    let name = shorten(text, length);
    for (let n = 2; taken.has(name.toLowerCase()); n++) {
      name = shorten(text, length - suffix(n).length) + suffix(n);
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Never cuts a surrogate pair in two. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  return text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}
