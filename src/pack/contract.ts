import type { FilePlace, TextPlace } from '../diagnostics/place.ts';

/** A pack to be made, for whom, and of what: a row of `data/contracts.csv`, or what a command line asked for. */
export type Contract = {
  /** As its owner writes it. No two contracts of a run have ids that differ in case alone. */
  readonly id: string;
  readonly customer: string;
  /** Tag of one of the workspace's languages. */
  readonly language: string;
  /** ISO date, or '' where a command line named none. */
  readonly date: string;
  /** In the order of the pack, those that a condition added behind the contract's own. */
  readonly members: readonly MemberRef[];
  /** Further columns of the file, by their header in lower case: what templates may print. */
  readonly columns: Readonly<Record<string, string>>;
  /** Line of the file on which its row begins, counted from 1; undefined for one that stands in no file. */
  readonly line: number | undefined;
  /** The columns at which its cells begin, counted from 1, by their header: what findings about the cover point to. */
  readonly columnsAt?: Readonly<Record<string, number>>;
};

/** What a finding about a cell of a contract names in place of its file, which whoever makes the pack need not know. */
export const contractItself = 'contract';

/** What a contract says in words of its own, by the column that says it. */
export function wordsOf({
  id,
  customer,
  columns,
}: Contract): readonly (readonly [column: string, words: string])[] {
  return Object.entries({ contract: id, customer, ...columns });
}

/** Where a cell of a contract is written, for a finding about it. */
export function placeOfCell({ line, columnsAt }: Contract, column: string): FilePlace | TextPlace {
  if (line === undefined) return { file: contractItself };
  return { file: contractItself, line, column: columnsAt?.[column] ?? 1 };
}

/** A product of a pack; without an edition, the one that the product is in. */
export type MemberRef = { readonly product: string; readonly edition: string | undefined };

/** `mail@2024-06`, or `mail` alone, as a contract names it. */
export function printMember({ product, edition }: MemberRef): string {
  return edition === undefined ? product : `${product}@${edition}`;
}
