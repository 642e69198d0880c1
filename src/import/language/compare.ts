import type { Product } from '../../catalogue/model.ts';
import { productsFolder } from '../../catalogue/products.ts';
import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { Table } from '../../tables/table.ts';
import type { JoinedMatrix } from '../joined.ts';
import { learnCodes } from './codes.ts';
import { type ColumnNames, type Columns, matchColumns } from './columns.ts';
import { type Evidence, gatherEvidence, tableKinship } from './evidence.ts';
import { type Match, matchRows } from './match.ts';

/** A product and a page that tells the same matrix, held against each other. */
export type Comparison = {
  readonly product: Product;
  readonly joined: JoinedMatrix;
  readonly columns: Columns;
  readonly evidence: Evidence;
  readonly matches: readonly Match[];
  /** The matrix as a file, for the places of its cells. */
  readonly table: Table;
};

/** What a page is held against. */
export type Compared = {
  readonly product: Product;
  readonly tables: ReadonlyMap<string, Table>;
  readonly names: ColumnNames;
  /** An activity in the language of the page, where that is known. */
  readonly textOf: (activity: number) => string | undefined;
};

/** The most pairs of an activity and a row among which the right ones are sought. */
const mostPairs = 1_000_000;

/** Finds which row of a page is which activity; there is no value where the two have too little in common. */
export function comparePage(
  joined: JoinedMatrix,
  { product, tables, names, textOf }: Compared,
): Checked<Comparison> {
  const found = matchColumns(joined, product, names);
  if (found.value === undefined) return failed(...found.diagnostics);
  const { activities, id } = product;
  const rows = joined.rows.length;
  if (activities.length * rows > mostPairs) {
    return failed(unlike(joined, `It has ${rows} rows, which are too many to compare with '${id}'.`));
  }
  const { columns, evidence, matches } = matchTwice(product, joined, found.value, textOf);
  const sure = matches.filter(({ isSure }) => isSure).length;
  if (sure * 3 < Math.min(activities.length, rows)) {
    const least = `${sure} of its ${rows} rows are activities of that matrix, which has ${activities.length}`;
    return failed(unlike(joined, `The page does not look like '${id}': ${least}.`));
  }
  const table = tables.get(`${productsFolder}/${id}/matrix.csv`)!;
  return checked({ product, joined, columns, evidence, matches, table });
}

/**
 * Matches the rows, learns from the matches what is usual between these two languages, how much a text and its
 * translation share and which code is which, and matches them again with that.
 */
function matchTwice(
  product: Product,
  joined: JoinedMatrix,
  columns: Columns,
  textOf: Compared['textOf'],
): Pick<Comparison, 'columns' | 'evidence' | 'matches'> {
  const count = product.activities.length;
  const known = { kinship: tableKinship(product, joined), textOf };
  const first = gatherEvidence(product, joined, columns, { ...known, usual: 0 });
  const likely = matchRows(count, joined.rows.length, first);
  const learned = learnCodes(product, joined, columns, likely);
  const usual = median(likely.map(({ activity, row }) => known.kinship(activity, row)));
  const evidence = gatherEvidence(product, joined, learned, { ...known, usual });
  return { columns: learned, evidence, matches: matchRows(count, joined.rows.length, evidence) };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}

function unlike({ pages }: JoinedMatrix, message: string): Diagnostic {
  return error('import-unlike', { file: pages[0]!.file }, message, {
    hints: ['Is it the page of this product? Nothing was written.'],
  });
}
