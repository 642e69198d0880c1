/** What stands above a page between two lines of dashes, and where the page itself begins. */
export type FrontMatter = {
  readonly properties: ReadonlyMap<string, string>;
  /** Lines that it takes, those of dashes included. */
  readonly lines: number;
};

/**
 * Reads front matter line by line, `name: value`, and not as YAML: published pages break its quotes, translate its
 * names and put blanks before its colons, and nothing here is worth refusing a page for. What is nested is left out.
 */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  const open = lines.findIndex((line) => line.trim() !== '');
  if (open < 0 || !/^-{3,}\s*$/u.test(lines[open]!)) return { properties: new Map(), lines: 0 };
  const close = lines.findIndex((line, index) => index > open && /^(?:-{3,}|\.{3})\s*$/u.test(line));
  if (close < 0 || close - open > 200) return { properties: new Map(), lines: 0 };
  const properties = new Map<string, string>();
  for (const line of lines.slice(open + 1, close)) {
    const found = /^([^\s:#-][^:]{0,60}?)\s*:\s*(.+)$/u.exec(line.trimEnd());
    if (found) properties.set(found[1]!.toLowerCase(), unquote(found[2]!));
  }
  return { properties, lines: close + 1 };
}

function unquote(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && /["'“”«\s]/u.test(value[start]!)) start++;
  while (end > start && /["'“”»\s]/u.test(value[end - 1]!)) end--;
  return value.slice(start, end);
}
