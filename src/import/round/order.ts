import { fold } from './sameness.ts';

/**
 * The longest run of items that are in rising order already, as a set: all others have to be moved, and fewer could
 * not be. Of two such runs the one that keeps the later items; the same input gives the same run.
 *
 * @param ranks of the items in their order, all different
 */
export function settledItems<T>(items: readonly T[], rankOf: (item: T) => number): ReadonlySet<T> {
  // Patience sorting: of all runs of one length, the index of the item whose rank ends one lowest.
  const ends: number[] = [];
  const before = new Map<number, number | undefined>();
  items.forEach((item, index) => {
    const rank = rankOf(item);
    let length = ends.findIndex((end) => rankOf(items[end]!) >= rank);
    if (length < 0) length = ends.length;
    before.set(index, ends[length - 1]);
    ends[length] = index;
  });
  const settled = new Set<T>();
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) settled.add(items[at]!);
  return settled;
}

/** A row as far as its order can be judged: its place in the edition, its section, and what its columns say. */
export type OrderedRow = {
  readonly rank: number;
  readonly section: string;
  readonly columns: ReadonlyMap<string, string>;
};

/**
 * The column by which somebody sorted the sheet, so that its order is nobody's wish; `sections` where rows of all
 * sections are mixed without any column telling why. Undefined where the order is the matrix's, or was made by hand.
 */
export function findSorting(rows: readonly OrderedRow[]): string | undefined {
  const settled = settledItems(rows, ({ rank }) => rank).size;
  if (rows.length - settled < 2) return undefined;
  const enough = Math.max(settled + 1, Math.ceil(rows.length * 0.9));
  for (const column of new Set(rows.flatMap(({ columns }) => [...columns.keys()]))) {
    for (const direction of [1, -1]) {
      const sorted = sortBy(rows, column, direction);
      const ranks = new Map(sorted.map((row, rank) => [row, rank]));
      if (settledItems(rows, (row) => ranks.get(row)!).size >= enough) return column;
    }
  }
  return rows.length - settled > rows.length / 3 && isMixed(rows) ? 'sections' : undefined;
}

/** As a spreadsheet sorts: rows that say the same keep their order, empty cells come last. */
function sortBy(rows: readonly OrderedRow[], column: string, direction: number): OrderedRow[] {
  const textOf = ({ columns }: OrderedRow): string => sortKey(columns.get(column) ?? '');
  const inOrder = [...rows].sort((a, b) => a.rank - b.rank);
  return inOrder.sort((a, b) => {
    const [one, other] = [textOf(a), textOf(b)];
    if (one === other) return 0;
    if (one === '' || other === '') return one === '' ? 1 : -1;
    return (one < other ? -1 : 1) * direction;
  });
}

/** Spreadsheets pass over case, accents and hyphens. */
function sortKey(text: string): string {
  return fold(text)
    .normalize('NFD')
    .replace(/[\p{M}\p{Pd}'’]/gu, '')
    .toLowerCase();
}

/** Whether sections are broken up into far more pieces than a few moved rows would leave. */
function isMixed(rows: readonly OrderedRow[]): boolean {
  const pieces = rows.filter(({ section }, i) => section !== rows[i - 1]?.section).length;
  const sections = new Set(rows.map(({ section }) => section)).size;
  return pieces - sections > Math.max(4, rows.length / 3);
}
