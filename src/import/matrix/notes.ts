import type { BodyRow } from './grid.ts';
import type { Assigned } from './parties.ts';

/** What a footnote mark refers to. */
export type Noting = { readonly footnotes: ReadonlyMap<string, string> };

/** Columns beside the codes, and the footnotes that the row refers to. */
export function noteOf(
  row: BodyRow,
  table: Assigned,
  own: readonly string[],
  { footnotes }: Noting,
): string | undefined {
  const { columns } = table.kind;
  const beside = columns.extras.flatMap((column) => sayOf(row, column, table.grid.names?.[column] ?? ''));
  const isProse = table.kind.is === 'prose';
  const prose = isProse ? columns.parties.flatMap((column, at) => sayOf(row, column, table.heads[at]!)) : [];
  const marks = [...row.marks.flat(), ...own];
  const notes = [...new Set(marks)].flatMap((mark) => footnotes.get(mark) ?? []);
  return [...beside, ...prose, ...notes].join('\n') || undefined;
}

function sayOf({ texts }: BodyRow, column: number, name: string): string[] {
  const text = texts[column] ?? '';
  return text === '' ? [] : [name === '' ? text : `${name}: ${text}`];
}
