import type { FoundParty, Remark } from '../found.ts';
import type { MatrixTable } from './code-set.ts';
import { fold, hasWord } from './words.ts';

/** A table of the matrix, and which party each of its party columns is. */
export type Assigned = MatrixTable & {
  /** What stands over each of `kind.columns.parties`; each is said once. */
  readonly heads: readonly string[];
  /** Index in the parties, for each of `kind.columns.parties`; none where the parties stand in the cells. */
  readonly parties: readonly number[];
};

/**
 * Finds out which columns of all tables are the same party. Tables with as many party columns of the same kind name the
 * same ones: by name where the names are among those known, else by position, which is said. Where not one name is like
 * one known, they are other parties.
 */
export function assignParties(tables: readonly MatrixTable[]): {
  readonly parties: readonly FoundParty[];
  readonly assigned: readonly Assigned[];
  readonly remarks: readonly Remark[];
} {
  const parties: FoundParty[] = [];
  const remarks: Remark[] = [];
  const known: Known[] = [];
  const assigned = tables.map((table): Assigned => {
    const heads = headsOf(table);
    if (table.kind.is === 'roles') return { ...table, heads, parties: [] };
    const shape = `${table.kind.is === 'prose' ? 'prose' : 'codes'} ${heads.length}`;
    const alike = known.find((other) => other.shape === shape && areAlike(heads, other.parties, parties));
    if (alike === undefined) {
      const own = heads.map((name) => addParty(name, table.grid.line, parties, table.kind.is === 'prose'));
      known.push({ shape, parties: own });
      return { ...table, heads, parties: own };
    }
    const matched = matchNames(heads, alike.parties, parties);
    remarks.push(...remarksOn(heads, matched, parties, table.grid.line));
    return { ...table, heads, parties: matched };
  });
  return { parties, assigned, remarks };
}

/** Parties that tables have had, by what they hold and how many columns they have. */
type Known = { readonly shape: string; readonly parties: readonly number[] };

/** The heads of the party columns: what has none goes by its place, and what is said twice is counted. */
function headsOf({ grid, kind }: MatrixTable): string[] {
  const heads: string[] = [];
  for (const [at, column] of kind.columns.parties.entries()) {
    const name = grid.names?.[column] || `${nameless} ${at + 1}`;
    const same = heads.filter((head) => head === name || head.startsWith(`${name} (`)).length;
    heads.push(same === 0 ? name : `${name} (${same + 1})`);
  }
  return heads;
}

const nameless = 'Party';
const isNameless = (name: string): boolean => /^Party \d+$/u.test(name);

/** A party of another table with the very same name is the same one. */
function addParty(name: string, line: number, parties: FoundParty[], isApart: boolean): number {
  const same =
    isApart || isNameless(name) ? -1 : parties.findIndex((party) => fold(party.name) === fold(name));
  return same < 0 ? parties.push({ name, line }) - 1 : same;
}

/** Whether the columns of a table may be these parties: a name of theirs is like one known, or they have none. */
function areAlike(
  heads: readonly string[],
  known: readonly number[],
  parties: readonly FoundParty[],
): boolean {
  const names = known.map((party) => parties[party]!.name);
  if (heads.every(isNameless) || names.every(isNameless)) return true;
  return heads.some((head) => names.some((name) => isLike(head, name)));
}

/** Words that say of a name only that a party stands there. */
const empty = new Set(
  'role roles rolle rol ruolo rola responsibilities responsibility responsabilite responsabilites responsabilidad responsabilidades responsabilita verantwortung verantwortlichkeiten the de del der des du of what can do how helps team'.split(
    ' ',
  ),
);

/** Whether two names share a word, one with the other's letters in it (`Kundenrolle`, `Rolle Kunde`), or both are the customer. */
function isLike(one: string, other: string): boolean {
  if (hasWord('customer', one) && hasWord('customer', other)) return true;
  const words = wordsOf(one);
  return wordsOf(other).some((word) => words.some((mine) => mine.includes(word) || word.includes(mine)));
}

function wordsOf(name: string): string[] {
  const words = fold(name).split(/[^\p{L}\p{N}]+/u);
  const said = words.filter((word) => word.length > 2 && !empty.has(word));
  return said.length > 0 ? said : [fold(name)];
}

function remarksOn(
  heads: readonly string[],
  matched: readonly number[],
  parties: readonly FoundParty[],
  line: number,
): Remark[] {
  return matched.flatMap((party, index) => {
    const [name, taken] = [heads[index]!, parties[party]!.name];
    if (isNameless(name) || fold(name) === fold(taken)) return [];
    return [{ line, text: `'${name}' is taken for '${taken}', by its column` }];
  });
}

/** Parties by their names where those tell, else by position. */
function matchNames(
  names: readonly string[],
  known: readonly number[],
  parties: readonly FoundParty[],
): number[] {
  const byName = names.map((name) => findParty(name, names, known, parties));
  const isTurned = byName.some((party, index) => party !== undefined && party !== known[index]);
  // Where the names that are known stand elsewhere than before, positions say nothing.
  return isTurned ? completed(byName, known) : [...known];
}

/** The party of that name; or the customer, where one party and one name alone have a word for it. */
function findParty(
  name: string,
  names: readonly string[],
  known: readonly number[],
  parties: readonly FoundParty[],
): number | undefined {
  const same = known.find((party) => fold(parties[party]!.name) === fold(name));
  if (same !== undefined || !hasWord('customer', name)) return same;
  const customers = known.filter((party) => hasWord('customer', parties[party]!.name));
  const isAlone = names.filter((other) => hasWord('customer', other)).length === 1;
  return customers.length === 1 && isAlone ? customers[0] : undefined;
}

function completed(found: readonly (number | undefined)[], known: readonly number[]): number[] {
  const open = known.filter((party) => !found.includes(party));
  return found.map((party) => party ?? open.shift()!);
}
