import type { Flag, FoundRow } from '../found.ts';

/** A row that holds codes: whether cells of it were lost. */
export type CodedRow = { readonly row: number; readonly isShort: boolean };

/** From so many rows on, a page that leaves only its last parties empty and never an earlier one is no accident. */
const tellingRows = 8;

/**
 * Pages lose empty cells when they are converted, and then the owner flips in silence: `| | RA |` becomes `| RA | |`. A
 * page where rows were cut short, or where no empty cell ever stands before a filled one, may have gone through that;
 * what stands before an empty last cell in it is no longer certain.
 *
 * @param isCut whether cells were lost elsewhere on the page, in a head
 */
export function findFlips(coded: readonly CodedRow[], rows: readonly FoundRow[], isCut: boolean): Flag[] {
  const whole = coded.filter(({ isShort }) => !isShort).map(({ row }) => row);
  const leaning = whole.filter((row) => endsBlank(rows[row]!));
  const wasCut = isCut || coded.some(({ isShort }) => isShort);
  if (whole.some((row) => hasGap(rows[row]!)) || !(wasCut || leaning.length >= tellingRows)) return [];
  const reason = wasCut
    ? 'Rows of this page have lost their empty cells, so this one may have lost its first and moved.'
    : `The page leaves the last party empty ${leaning.length} times and never an earlier one: empty first cells may have been lost.`;
  return leaning.map((row) => ({
    row,
    line: rows[row]!.line,
    party: undefined,
    found: rows[row]!.cells.map(({ seen }) => seen).join(' | '),
    reason,
  }));
}

/** `RA | |`: `N/A` and a dash are no blanks, somebody put them there. */
function endsBlank({ cells }: FoundRow): boolean {
  return cells.at(-1)?.seen === '' && cells.some(({ seen }) => seen !== '');
}

/** `| | RA`: a blank that is followed by something. */
function hasGap({ cells }: FoundRow): boolean {
  const blank = cells.findIndex(({ seen }) => seen === '');
  return blank >= 0 && cells.slice(blank).some(({ seen }) => seen !== '');
}

/** The rows with what was flagged taken out of their codes. */
export function withoutFlipped(rows: readonly FoundRow[], flips: readonly Flag[]): FoundRow[] {
  const flipped = new Set(flips.map(({ row }) => row));
  return rows.map((row, index) =>
    flipped.has(index) ? { ...row, cells: row.cells.map((cell) => ({ ...cell, codes: undefined })) } : row,
  );
}
