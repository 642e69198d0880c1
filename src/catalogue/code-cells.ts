import { type ReadCodes, readCodes } from './codes.ts';
import type { CodeSet } from './model.ts';

/** What each party holds in a row. */
type HeldCodes = ReadonlyMap<string, readonly string[]>;

/** Cells of matrices with the same codes and parties, each distinct text read once. */
export type CodeCells = {
  readonly read: (text: string) => ReadCodes;
  /** The codes of a row; rows that hold the same ones share a map, so that what rules ask of it is asked once. */
  readonly share: (
    cells: readonly { readonly party: string; readonly held: readonly string[] }[],
  ) => HeldCodes;
};

/** Most products of a workspace have its code set and its parties. */
const known = new WeakMap<CodeSet, Map<string, CodeCells>>();

/** Reads the cells of matrices; those with the same code set and parties share what was read. */
export function codeCells(set: CodeSet, parties: readonly string[]): CodeCells {
  const byParties = known.get(set) ?? new Map<string, CodeCells>();
  known.set(set, byParties);
  const key = parties.join(' ');
  const found = byParties.get(key) ?? readCells(set);
  byParties.set(key, found);
  return found;
}

/** A workspace has a few dozen different rows of codes, however many activities. */
function readCells(set: CodeSet): CodeCells {
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
