/** A table in Markdown; a cell may hold anything but a line break. */
export function table(heads, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A word as it is typed. */
export function code(text) {
  return `\`${text}\``;
}
