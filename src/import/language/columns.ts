import type { Product } from '../../catalogue/model.ts';
import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { error } from '../../diagnostics/diagnostic.ts';
import type { JoinedMatrix } from '../joined.ts';
import { adoptCodes } from '../product/codes.ts';
import { sameName } from '../product/parties.ts';

/** How the columns of pages stand to the parties of a product that is there already. */
export type Columns = {
  /** Party of the product, by the index of the page's. */
  readonly partyOf: readonly string[];
  /** Sign of the product, by that of the page; empty where the two have other codes. */
  readonly signOf: ReadonlyMap<string, string>;
  /** What a row of the page says of the product's parties: signs, or undefined where it is not certain. */
  readonly codesOf: (row: number) => ReadonlyMap<string, readonly string[] | undefined>;
};

/** Where the parties of a product may be known by on a page. */
export type ColumnNames = {
  /** Ids of parties in the order of the page's columns; none where names and order decide. */
  readonly asked: readonly string[];
  /** The name of each party in the language of the page, by id, where it is known. */
  readonly names: ReadonlyMap<string, string>;
};

/** Finds whose columns those of a page are: by the ids asked for, by name, and for the rest in their order. */
export function matchColumns(joined: JoinedMatrix, product: Product, names: ColumnNames): Checked<Columns> {
  const partyOf = matchParties(joined, product, names);
  if (partyOf === undefined) return failed(otherParties(joined, product));
  const { write } = adoptCodes(joined.codeSet);
  const signs = product.codes.codes.map(({ sign }) => sign);
  const isShared = usedSigns(joined).every((sign) => signs.includes(write([sign])));
  const signOf = new Map(isShared ? usedSigns(joined).map((sign) => [sign, write([sign])]) : []);
  return checked({ partyOf, signOf, codesOf: codesReader(joined, partyOf, signs, signOf) });
}

/**
 * Reads what rows say of the parties of the product.
 *
 * @param signs of the product, in their order
 * @param signOf sign of the product, by that of the page; without one a code cannot be compared
 */
export function codesReader(
  { rows, flagged }: JoinedMatrix,
  partyOf: readonly string[],
  signs: readonly string[],
  signOf: ReadonlyMap<string, string>,
): Columns['codesOf'] {
  const undecided = new Set(flagged.flatMap(({ row, party }) => (party === undefined ? [row] : [])));
  return (row) =>
    new Map(
      partyOf.map((party, at) => {
        const cell = rows[row]!.cells.find((one) => one.party === at);
        const found = cell === undefined ? [] : cell.codes;
        if (found === undefined || undecided.has(row) || signOf.size === 0) return [party, undefined];
        if (!found.every((sign) => signOf.has(sign))) return [party, undefined];
        const held = found.map((sign) => signOf.get(sign)!);
        return [party, signs.filter((sign) => held.includes(sign))];
      }),
    );
}

function matchParties(
  { parties: found }: JoinedMatrix,
  { parties }: Product,
  { asked, names }: ColumnNames,
): string[] | undefined {
  const ids = parties.map(({ id }) => id);
  if (found.length !== ids.length) return undefined;
  if (asked.length > 0) return asked.every((id) => ids.includes(id)) ? [...asked] : undefined;
  const byName = found.map(({ name }) =>
    ids.find((id) => sameName(id, name) || sameName(names.get(id), name)),
  );
  const left = ids.filter((id) => !byName.includes(id));
  return byName.map((id) => id ?? left.shift()!);
}

/** The signs that the rows of pages hold. */
export function usedSigns(joined: JoinedMatrix): string[] {
  return [...new Set(joined.rows.flatMap(({ cells }) => cells.flatMap(({ codes }) => codes ?? [])))];
}

function otherParties({ pages, parties }: JoinedMatrix, product: Product) {
  const found = parties.map(({ name }) => name).join(', ');
  const own = product.parties.map(({ id }) => id).join(', ');
  return error(
    'import-parties-differ',
    { file: pages[0]!.file },
    `The page has the parties ${found}; the matrix of '${product.id}' has ${own}.`,
    { hints: [`Name the matrix’s parties in the order of the page: --parties ${own.replaceAll(', ', ',')}`] },
  );
}
