/**
 * What a page says about who does what, as far as it can be trusted. It never holds an owner that the page does not
 * name beyond doubt: where a cell cannot be trusted its codes are undefined and `flagged` says why; where not even the
 * row can be, `refused` keeps its text.
 */
export type FoundMatrix = {
  readonly file: string;
  readonly title: string | undefined;
  /** ISO date of the last update, where the page names one. */
  readonly updated: string | undefined;
  /** In the order of their columns. */
  readonly parties: readonly FoundParty[];
  readonly codeSet: FoundCodeSet;
  /** Whether the page has parties as rows and activities as columns; `rows` are the page's own all the same. */
  readonly isTurned: boolean;
  /** Headings that hold rows, and those above them, in the order of the page. */
  readonly sections: readonly FoundSection[];
  readonly rows: readonly FoundRow[];
  readonly flagged: readonly Flag[];
  readonly refused: readonly Refusal[];
  /** Every table of the page, those that are no matrix among them. */
  readonly tables: readonly FoundTable[];
  /** What the page says its codes mean. */
  readonly legend: readonly LegendEntry[];
  /** Quirks that were read all the same, for a person to know: gaps in numbers, names that vary, dropped headings. */
  readonly remarks: readonly Remark[];
};

export type FoundParty = { readonly name: string; readonly line: number };

/** A code set that goes by a name, or signs and words of the page as codes of its own (`G`, `Shared`, `X`). */
export type FoundCodeSet =
  | { readonly name: 'RACI' | 'RASCI' | 'RACI-VS' }
  | { readonly codes: readonly FoundCode[] };

/** `sign` as `codes` of a cell name it; `name` where the page says what it stands for. */
export type FoundCode = { readonly sign: string; readonly name: string | undefined };

export type FoundSection = {
  /** As published, without a trailing dot: `3.1.2`. */
  readonly number: string | undefined;
  readonly title: string;
  /** 1 for a top section. */
  readonly depth: number;
  /** Index in `sections` of the section that it stands in. */
  readonly parent: number | undefined;
  readonly line: number;
};

export type FoundRow = {
  readonly line: number;
  /** Index in `sections`; undefined where no heading stands above. */
  readonly section: number | undefined;
  readonly activity: string;
  /** Footnotes, comments and further columns that a reader needs beside the activity. */
  readonly note: string | undefined;
  /** One for each party that its table has, in their order. */
  readonly cells: readonly FoundCell[];
  /** The columns that say who, as they stand on the page, by their heads. */
  readonly seen: ReadonlyMap<string, string>;
};

export type FoundCell = {
  /** Index in `parties`. */
  readonly party: number;
  /** As it stands on the page. */
  readonly seen: string;
  /** Signs in the code set's order, none for no role; undefined where the page does not say beyond doubt. */
  readonly codes: readonly string[] | undefined;
};

/** A cell, or where `party` is undefined a whole row, that a person has to decide. `row` is an index in `rows`. */
export type Flag = {
  readonly row: number;
  readonly line: number;
  readonly party: number | undefined;
  /** What was seen. */
  readonly found: string;
  readonly reason: string;
};

export type Refusal = { readonly line: number; readonly text: string; readonly reason: string };

/** `matrix` holds rows of it; anything else was left out, and `reason` says why. */
export type FoundTable = {
  readonly line: number;
  readonly kind: 'matrix' | 'legend' | 'calendar' | 'links' | 'contents' | 'other';
  readonly rows: number;
  readonly reason: string | undefined;
};

export type LegendEntry = { readonly sign: string; readonly meaning: string; readonly line: number };

export type Remark = { readonly line: number; readonly text: string };
