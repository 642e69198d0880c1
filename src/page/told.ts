/*
 * What the download page is told: the catalogue as it is published, and nothing of any customer. Written by a build as
 * scripts that a browser loads, for a page that is opened as a file may fetch nothing.
 */

/** A text by language tag. */
export type ToldTexts = Readonly<Record<string, string>>;

/** All that the page lists; the script of the catalogue sets it as the global `annexes`. */
export type ToldCatalogue = {
  /** The language of the workspace, in which the page begins where its reader asks for none that it has. */
  readonly language: string;
  /** Of documents, in the order of annex.yaml; those that are no longer built behind. */
  readonly languages: readonly string[];
  /** What is made in each format that is published, in the order in which the page names formats. */
  readonly kinds: Readonly<Record<string, 'annex' | 'workbook'>>;
  /** The words of the page, by each language that it speaks and id. */
  readonly words: Readonly<Record<string, ToldTexts>>;
  readonly products: readonly ToldProduct[];
};

/** A product in a brand. */
export type ToldProduct = {
  /** Names it in addresses: its id, and its brand too where several are published. */
  readonly key: string;
  readonly id: string;
  readonly brand: string;
  /** What the brand is called, where several are published. */
  readonly brandName?: string;
  /** Empty where the product could not be read. */
  readonly name: ToldTexts;
  readonly summary?: ToldTexts;
  /** The language whose text prevails. */
  readonly language?: string;
  /** Stem of the reference that its documents print. */
  readonly reference?: string;
  /** Path of the script that says what changed from edition to edition, where anything did. */
  readonly changes?: string;
  /** From the newest to the first; never empty. */
  readonly editions: readonly ToldEdition[];
};

/** An edition of which files are published. */
export type ToldEdition = {
  readonly edition: string;
  readonly draft: boolean;
  /** ISO date from which it is in effect; unknown where the product could not be read. */
  readonly date?: string;
  readonly activities?: number;
  /** The released edition that came after it, and the date from which that is in effect. */
  readonly superseded?: readonly [edition: string, date: string];
  /** How far the text of each language can be trusted. */
  readonly standing: Readonly<Record<string, ToldStanding>>;
  /** Against the edition before it; absent for the first. */
  readonly changes?: ToldCounts;
  /** What the paths of its files begin with. */
  readonly stem: string;
  readonly files: readonly ToldFile[];
};

export type ToldStanding = 'original' | 'reviewed' | 'machine' | 'stale';

/** How many activities changed in which way, and what else did. */
export type ToldCounts = {
  readonly moved: number;
  readonly added: number;
  readonly removed: number;
  readonly reworded: number;
  readonly renumbered: number;
  /** Ids of words that say what changed around the activities. */
  readonly around: readonly string[];
};

/** A file: the rest of its path, its language and format, its size and checksum; the last where it is an earlier build's. */
export type ToldFile = readonly [
  rest: string,
  language: string,
  format: string,
  bytes: number,
  sha256: string,
  kept?: 'kept',
];

/** What changed from edition to edition of a product; its script sets it in the global `changes`, and is loaded when asked for. */
export type ToldChanges = {
  readonly parties: Readonly<Record<string, ToldTexts>>;
  readonly codes: Readonly<Record<string, ToldTexts>>;
  /** By edition, a draft with `-draft` behind it; in the order of the clauses, what was removed last. */
  readonly editions: Readonly<Record<string, readonly ToldChange[]>>;
};

/** A clause that differs from the edition before. */
export type ToldChange = {
  readonly kind: 'moved' | 'added' | 'removed' | 'reworded';
  readonly clause: string;
  /** As the edition says it; of a removed activity, as the one before did. */
  readonly text: ToldTexts;
  /** As the edition before said it, in the language that prevails. */
  readonly before?: string;
  /** Codes that passed from parties to others. */
  readonly moves?: readonly ToldMove[];
};

export type ToldMove = {
  readonly code: string;
  readonly before: readonly string[];
  readonly now: readonly string[];
};
