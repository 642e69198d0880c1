import { idMaker } from '../../catalogue/ids.ts';
import { writeCsv } from '../../tables/write.ts';
import type { FoundCell } from '../found.ts';
import type { JoinedMatrix } from '../joined.ts';
import type { ImportedCodes } from './codes.ts';
import type { ImportedParty } from './parties.ts';
import type { ImportedSections } from './sections.ts';

/** A row of an imported matrix, as its CSV has it. */
export type ImportedRow = {
  readonly id: string;
  readonly section: string;
  readonly activity: string;
  readonly note: string;
  /** The text of the cell, by party. */
  readonly cells: ReadonlyMap<string, string>;
};

/** What the rows of a page are written with. */
export type Writing = {
  readonly parties: readonly ImportedParty[];
  readonly codes: ImportedCodes;
  readonly sections: ImportedSections;
};

/** The rows of a page, each with an id. */
export function adoptRows(joined: JoinedMatrix, { parties, codes, sections }: Writing): ImportedRow[] {
  const idOf = idMaker(new Set());
  const adoptCell = cellAdopter(joined, codes.write);
  return joined.rows.map(({ activity, note }, index) => ({
    id: idOf(activity),
    section: sections.keyOf(index),
    activity,
    note: note ?? '',
    cells: new Map(parties.map((party, at) => [party.id, adoptCell(index, at).text])),
  }));
}

/** The text of a cell, by the index of its row and of its party on the page. */
export type CellAdopter = (row: number, party: number) => { text: string; isCertain: boolean };

/** Writes the cells of a page. One that is not certain is written so that no check can take it for codes. */
export function cellAdopter({ rows, flagged }: JoinedMatrix, write: ImportedCodes['write']): CellAdopter {
  const doubts = new Set(flagged.map(({ row, party }) => nameOf(row, party)));
  return (row, party) => {
    const cell = rows[row]!.cells.find((one) => one.party === party);
    const isDoubted = doubts.has(nameOf(row, undefined)) || doubts.has(nameOf(row, party));
    if (isDoubted || (cell !== undefined && cell.codes === undefined)) {
      return { text: writeDoubt(cell), isCertain: false };
    }
    return { text: write(cell?.codes ?? []), isCertain: true };
  };
}

function nameOf(row: number, party: number | undefined): string {
  return party === undefined ? `${row}` : `${row}.${party}`;
}

/** What was seen and a question mark: no code set has that sign, so `annex check` asks until a person decides. */
function writeDoubt(cell: FoundCell | undefined): string {
  return `${cell?.seen.replace(/\s+/gu, ' ').trim() ?? ''}?`;
}

/** The rows as matrix.csv. */
export function writeMatrix(
  rows: readonly ImportedRow[],
  parties: readonly Pick<ImportedParty, 'id'>[],
): string {
  const header = ['id', 'section', 'activity', 'note', ...parties.map(({ id }) => id)];
  return writeCsv(
    header,
    rows.map((row) => [row.id, row.section, row.activity, row.note, ...row.cells.values()]),
  );
}
