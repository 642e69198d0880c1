import type { WrittenSheet } from '../../readers/written.ts';

/** A cell as people name it: `Matrix!D14`, `'My sheet'!D14`. */
export function addressOf({ name }: Pick<WrittenSheet, 'name'>, row: number, column: number): string {
  const sheet = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
  return `${sheet}!${lettersOf(column)}${row}`;
}

/** `C` for 3, `AA` for 27. */
function lettersOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? lettersOf(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
