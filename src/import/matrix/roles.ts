import type { Flag, FoundCell, FoundMatrix, FoundParty, FoundRow } from '../found.ts';
import { raciLetters } from './alphabet.ts';
import { saysNone } from './cell-codes.ts';
import { fold, signOfHead } from './words.ts';

/** A page as far as its rows are read. */
type Turning = Pick<FoundMatrix, 'parties' | 'rows' | 'flagged'>;

/**
 * Turns rows whose columns are R, A, C, I and whose cells are teams: the teams become parties, the columns their codes.
 * Rows of other kinds stay as they are. What names no team beyond doubt is flagged.
 *
 * @param turned the rows that stand so, by their index
 */
export function turnRoles<T extends Turning>(found: T, turned: ReadonlySet<number>): T {
  if (turned.size === 0) return found;
  const torn = new Set(found.flagged.map(({ row }) => row));
  const teams = gatherTeams(found, turned);
  const parties = [...found.parties, ...teams.added];
  const flagged: Flag[] = [...found.flagged];
  const rows = found.rows.map((row, index) => {
    if (!turned.has(index)) return row;
    const reason = torn.has(index) ? undefined : doubtIn(row);
    if (reason !== undefined) {
      const seen = [...row.seen.values()].filter((text) => text !== '').join(' | ');
      flagged.push({ row: index, line: row.line, party: undefined, found: seen, reason });
    }
    const isCertain = reason === undefined && !torn.has(index);
    return { ...row, cells: teams.indexes.map((party) => cellOf(row, parties[party]!, party, isCertain)) };
  });
  return { ...found, parties, rows, flagged };
}

/** All teams of the turned rows: those that are parties already, and those that become some. */
function gatherTeams({ parties, rows }: Turning, turned: ReadonlySet<number>) {
  const added: FoundParty[] = [];
  const byName = new Map(parties.map(({ name }, index) => [fold(name), index]));
  const indexes = new Set<number>();
  for (const [index, row] of rows.entries()) {
    if (!turned.has(index) || doubtIn(row) !== undefined) continue;
    for (const name of [...row.seen.values()].flatMap(teamsIn)) {
      if (!byName.has(fold(name)))
        byName.set(fold(name), parties.length + added.push({ name, line: row.line }) - 1);
      indexes.add(byName.get(fold(name))!);
    }
  }
  return { added, indexes: [...indexes] };
}

function cellOf(row: FoundRow, { name }: FoundParty, party: number, isCertain: boolean): FoundCell {
  const held = [...row.seen].filter(([, text]) => teamsIn(text).some((team) => fold(team) === fold(name)));
  const signs = held.map(([role]) => signOfHead(role)!);
  return {
    party,
    seen: signs.join(''),
    codes: isCertain ? raciLetters.filter((sign) => signs.includes(sign)) : undefined,
  };
}

/** Why the cells of a row do not name teams beyond doubt. */
function doubtIn(row: FoundRow): string | undefined {
  const [sentence] = [...row.seen.values()].flatMap(teamsIn).filter((name) => !isName(name));
  return sentence === undefined ? undefined : `'${sentence}' is no name of a team.`;
}

/** A name is a few words and says nothing about when or whether. */
function isName(name: string): boolean {
  return (
    name.split(/\s+/u).length <= 6 &&
    !/[?=:]|\b(?:if|when|unless|or|depending|wenn|oder|si|ou|falls|tbd|tbc|todo)\b/iu.test(name)
  );
}

/** The teams of a cell, which commas, semicolons or lines part, but not within brackets. */
export function teamsIn(text: string): string[] {
  if (saysNone(text)) return [];
  return text
    .split(/[,;\n](?![^(]*\))|\s\/\s/u)
    .map((name) => name.replace(/[*†‡§¹²³]+$/u, '').trim())
    .filter((name) => name !== '' && !saysNone(name));
}
