import { type ReadCodes, readCodes } from './codes.ts';
import type { CodeSet } from './model.ts';

/** What each party holds in a row. */
type HeldCodes = ReadonlyMap<string, readonly string[]>;

/** The cells of one matrix, each distinct text read once. */
export type CodeCells = {
  readonly read: (text: string) => ReadCodes;
  /** The codes of a row; rows that hold the same ones share a map, so that what rules ask of it is asked once. */
  readonly share: (
    cells: readonly { readonly party: string; readonly held: readonly string[] }[],
  ) => HeldCodes;
};

/** A matrix has a dozen different rows of codes, however many activities. */
export function codeCells(set: CodeSet): CodeCells {
  const texts = new Map<string, ReadCodes>();
  const rows = new Map<string, HeldCodes>();
  return {
    read(text) {
      const known = texts.get(text);
      if (known !== undefined) return known;
      const read = readCodes(text, set);
      texts.set(text, read);
      return read;
    },
    share(cells) {
      const key = cells.map(({ held }) => held.join(' ')).join('\n');
      const known = rows.get(key);
      if (known !== undefined) return known;
      const held = new Map(cells.map((cell) => [cell.party, cell.held]));
      rows.set(key, held);
      return held;
    },
  };
}
