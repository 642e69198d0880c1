/** An edition in the history of its product. */
export type HistoryEntry = {
  readonly edition: string;
  /** ISO date from which it is in effect. */
  readonly date: string;
  /** Whether it is yet to be released. */
  readonly draft: boolean;
  /** Against the edition before it; undefined for the first. */
  readonly changes: EditionChanges | undefined;
};

/** What an edition changed, counted in the clauses that a contract cites, in their order. */
export type EditionChanges = {
  /** Clauses in which a party gained or lost a duty. */
  readonly moved: readonly string[];
  readonly added: readonly string[];
  /** By the numbers that they had in the edition before. */
  readonly removed: readonly string[];
  /** Clauses whose text or note reads otherwise, in the language that prevails. */
  readonly reworded: readonly string[];
  /** Clauses that had another number. */
  readonly renumbered: readonly string[];
  readonly parties: boolean;
  /** The codes, or what they mean. */
  readonly legend: boolean;
  readonly headings: boolean;
  /** The summary, the notes to the whole matrix, the links. */
  readonly notes: boolean;
};
