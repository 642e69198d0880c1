import type { WorkspaceConfig } from '../catalogue/config.ts';
import { makeId } from '../catalogue/ids.ts';
import { matrixColumns } from '../catalogue/matrix.ts';
import type { SectionEntry } from '../catalogue/sections.ts';
import type { Table } from '../tables/table.ts';
import { writeCsv } from '../tables/write.ts';
import { codeSetOf, findParties, type NewParty } from './parties.ts';
import { type NewSection, sectionFor } from './sections.ts';

/** A matrix to be written, and the sections that it needs and nobody has. */
export type NewMatrix = {
  readonly csv: string;
  readonly sections: readonly NewSection[];
  /** Its parties, where they are not those of the workspace. */
  readonly parties: readonly NewParty[] | undefined;
};

/** A matrix of one row that keeps every rule, in a section that is there already where there is one. */
export function startMatrix(config: WorkspaceConfig, dictionary: readonly SectionEntry[]): NewMatrix {
  const section = sectionFor('', dictionary);
  const parties = config.parties.map((party) => party.id);
  const header = [...matrixColumns.required, ...matrixColumns.optional, ...parties, ...config.columns];
  const row: Readonly<Record<string, string>> = {
    id: 'first-activity',
    section: section.key,
    activity: 'Write here what is to be done, and add a row for each further activity',
    // The last party does the work and answers for it: one of each, as the rules ask.
    [parties.at(-1)!]: signsOfOwner(config),
  };
  return {
    csv: writeCsv(header, [header.map((column) => row[column] ?? '')]),
    sections: section.missing,
    parties: undefined,
  };
}

/** The signs of one who is responsible and accountable; in a code set without such roles, its first sign. */
function signsOfOwner(config: WorkspaceConfig): string {
  const { codes } = codeSetOf(config);
  const owner = codes.filter(({ role }) => role === 'responsible' || role === 'accountable');
  return (owner.length > 0 ? owner : codes.slice(0, 1)).map(({ sign }) => sign).join('');
}

/**
 * A matrix that came from elsewhere: written canonically, with an id where a row has none, and with the key of a
 * section where a row has its title, or nothing. Columns that hold codes are its parties.
 */
export function adoptMatrix(
  table: Table,
  config: WorkspaceConfig,
  dictionary: readonly SectionEntry[],
): NewMatrix {
  const given = table.header.map((cell) => cell.text).filter((name) => name !== '');
  const columns = [...new Set([...matrixColumns.required, ...given])];
  const parties = findParties(table, config);
  const idOf = new Map(parties?.map(({ column, id }) => [column, id]));
  const taken = new Set(table.rows.map((row) => row.cell('id')?.text ?? ''));
  const found = new Map<string, NewSection>();
  const rows = table.rows.map((row) => {
    const text = (column: string) => row.cell(column)?.text ?? '';
    const id = text('id') || makeId(text('activity'), taken);
    taken.add(id);
    const section = sectionFor(text('section'), dictionary);
    for (const missing of section.missing) found.set(missing.key, found.get(missing.key) ?? missing);
    const made: Readonly<Record<string, string>> = { id, section: section.key };
    return columns.map((column) => made[column] ?? text(column));
  });
  const header = columns.map((column) => idOf.get(column) ?? column);
  return { csv: writeCsv(header, rows), sections: [...found.values()], parties };
}
