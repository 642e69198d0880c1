import { readCodes, resolveCodeSet } from '../catalogue/codes.ts';
import type { WorkspaceConfig } from '../catalogue/config.ts';
import { makeId } from '../catalogue/ids.ts';
import { matrixColumns } from '../catalogue/matrix.ts';
import type { CodeSet } from '../catalogue/model.ts';
import type { Table } from '../tables/table.ts';
import { isIdentifier } from '../workspace/schemas/identifiers.ts';

/** A party that a matrix from elsewhere has. */
export type NewParty = {
  /** The head of its column there. */
  readonly column: string;
  readonly id: string;
  /** Absent where the workspace has a name for it. */
  readonly name: string | undefined;
};

/** The codes that a cell may hold, without the words for them. */
export function codeSetOf({ codes, language, placeOf }: WorkspaceConfig): CodeSet {
  return resolveCodeSet(codes, () => undefined, language, placeOf(['codes']));
}

/**
 * The parties of a matrix from elsewhere: the workspace's, and every further column in which codes stand and nothing
 * else. Undefined where they are just the workspace's, or too few to be a matrix.
 */
export function findParties(table: Table, config: WorkspaceConfig): NewParty[] | undefined {
  const codes = codeSetOf(config);
  const known = new Set(config.parties.map((party) => party.id));
  const own = new Set<string>([...matrixColumns.required, ...matrixColumns.optional, ...config.columns]);
  const columns = table.header
    .map((cell) => cell.text)
    .filter((name) => name !== '' && !own.has(name))
    .filter((name) => known.has(name) || holdsCodes(table, name, codes));
  const isShared = columns.length === known.size && columns.every((name) => known.has(name));
  if (isShared || columns.length < 2) return undefined;
  return columns.map((column) => ({
    column,
    id: isIdentifier(column) ? column : makeId(column, known, 'party'),
    name: known.has(column) ? undefined : column.charAt(0).toUpperCase() + column.slice(1),
  }));
}

function holdsCodes(table: Table, column: string, codes: CodeSet): boolean {
  const texts = table.rows.map((row) => row.cell(column)?.text ?? '').filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => readCodes(text, codes).unknown.length === 0);
}
