/** A table in Markdown, and nothing where it would have no row. Nothing in a cell is markup. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map(cellOf))];
  return `\n${lines.map((line) => `| ${line.join(' | ')} |`).join('\n')}\n`;
}

/** A text in which nothing is markup, on one line. */
export function cellOf(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>()#+!|~&$@-]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
