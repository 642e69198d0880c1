/**
 * One edition of a responsibility matrix, whole and by itself: what an annex and a workbook carry inside, and what a
 * release freezes. It can be read without this program; docs/edition.md describes it for whoever has to.
 */
export type Edition = {
  readonly format: 1;
  /** What the file is, in one sentence. */
  readonly about: string;
  readonly program: { readonly name: string; readonly version: string };
  /** `sha256:` and 64 hexadecimal digits over what the edition says; see digest.ts. */
  readonly digest: string;
  /** Whether the edition was not released when this was written. */
  readonly draft: boolean;
  /** Present in what a document carries: texts in its own language and in the one that prevails; excerpt.ts. */
  readonly excerpt?: true | undefined;
  /** Id of the product. */
  readonly product: string;
  readonly name: Texts;
  /** As written: `2026-03`. */
  readonly edition: string;
  /** ISO date from which the edition is in effect. */
  readonly date: string;
  /** Stem of the reference that documents print: `EMP-RM`. */
  readonly reference: string;
  /** Label of the annex in its contract. */
  readonly annex?: string | undefined;
  /** The language whose text prevails. */
  readonly language: string;
  /** All languages in which documents are made, the prevailing one among them; of an excerpt, those it speaks. */
  readonly languages: readonly string[];
  readonly summary?: Texts | undefined;
  /** In the order of their columns. */
  readonly parties: readonly EditionParty[];
  readonly codeSet: string;
  /** What a cell may hold, in printing order. */
  readonly codes: readonly EditionCode[];
  /** All sections in the order of the document, headings without activities among them. */
  readonly sections: readonly EditionSection[];
  /** All activities in the order of their clauses. */
  readonly activities: readonly EditionActivity[];
  readonly notes: readonly Texts[];
  readonly links: readonly { readonly text: Texts; readonly url: string }[];
  /** Words that documents print around the matrix and that bear on what it means, by id. */
  readonly words: Readonly<Record<string, Texts>>;
};

/** A text by language tag, the language it was written in first. */
export type Texts = Readonly<Record<string, EditionText>>;

export type EditionText = {
  readonly text: string;
  /** `original`: as its author wrote it. `machine`: nobody reviewed it. `stale`: translates an older wording. */
  readonly status: 'original' | 'reviewed' | 'machine' | 'stale';
  /** The older wording, of a stale text. */
  readonly source?: string | undefined;
};

export type EditionParty = { readonly id: string; readonly name: Texts; readonly short?: Texts | undefined };

export type EditionCode = {
  readonly sign: string;
  readonly role: string;
  readonly name: Texts;
  readonly meaning: Texts;
};

export type EditionSection = {
  readonly key: string;
  readonly number: string;
  readonly title: Texts;
};

export type EditionActivity = {
  readonly id: string;
  readonly clause: string;
  /** Key of its section. */
  readonly section: string;
  readonly activity: Texts;
  readonly note?: Texts | undefined;
  /** Signs held by each party, by its id, in the order of the parties; an empty list for no role. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
  /** Further columns of the matrix, by their header. */
  readonly extras?: Readonly<Record<string, string>> | undefined;
};

/** What the digest covers: everything that the edition says about the product. */
export type EditionContent = Omit<Edition, 'about' | 'program' | 'digest' | 'draft' | 'excerpt'>;
