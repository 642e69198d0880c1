import { sheetNames } from './names.ts';

/** A text that a workbook carries in a sheet which Excel neither shows nor offers to show. */
export type CarriedText = { readonly name: string; readonly text: string };

/**
 * How the sheet begins: a cell with these words, so that it is known by what it holds and not by its name, which
 * other programs may change. Each text is a column: its name, its length in UTF-16 code units, then its pieces.
 */
export const carriedMark = 'carried by Annexpress';

/** Well under the 32,767 code units that a cell can hold. */
const pieceLength = 30_000;

/** A name for the sheet beside those that are there. */
export function carriedSheetName(sheets: readonly string[]): string {
  return sheetNames([...sheets, '_carried']).at(-1)!;
}

/** The columns of the sheet, top to bottom. */
export function layOutCarried(texts: readonly CarriedText[]): readonly (readonly string[])[] {
  return [[carriedMark], ...texts.map(({ name, text }) => [name, String(text.length), ...cutText(text)])];
}

/** The texts of such a sheet; undefined where the columns are none, or where a piece was lost. */
export function readCarried(columns: readonly (readonly string[])[]): CarriedText[] | undefined {
  const [mark, ...carried] = columns;
  if (mark?.[0] !== carriedMark) return undefined;
  const texts = carried.map(([name = '', length, ...pieces]) => ({ name, length, text: pieces.join('') }));
  if (texts.some(({ text, length }) => String(text.length) !== length)) return undefined;
  return texts.map(({ name, text }) => ({ name, text }));
}

/** Never cuts a surrogate pair in two. */
function cutText(text: string): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + pieceLength, text.length);
    if (/[\ud800-\udbff]/.test(text.charAt(end - 1)) && end < text.length) end--;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}
