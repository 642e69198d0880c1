import type { WordChange } from '../likeness/word-changes.ts';

/** What changed in a product from one edition to another, activity by activity and around them. */
export type ProductDiff = {
  /** Id of the product, as the later edition has it. */
  readonly product: string;
  /** `added` and `removed`: only one of the two has the product. */
  readonly state: 'same' | 'changed' | 'added' | 'removed';
  /** The language in which texts are shown and compared. */
  readonly language: string;
  /** Undefined for a product that was added. */
  readonly old: EditionHead | undefined;
  /** Undefined for a product that was removed. */
  readonly now: EditionHead | undefined;
  /** In the order of the later edition, each removed one where it stood. */
  readonly activities: readonly ComparedActivity[];
  /** In the order of the later edition, removed ones where they stood. */
  readonly sections: readonly ComparedSection[];
  readonly parties: readonly ComparedParty[];
  readonly codes: readonly ComparedCode[];
  readonly splits: readonly Split[];
  readonly merges: readonly Merge[];
  /** What is said around the matrix and reads otherwise. */
  readonly frame: readonly FrameChange[];
  /** What became of the texts in the other languages that both editions have. */
  readonly texts: readonly TextChange[];
  readonly languages: { readonly added: readonly string[]; readonly removed: readonly string[] };
};

/** What tells an edition from others. */
export type EditionHead = {
  readonly product: string;
  readonly name: string;
  readonly edition: string;
  readonly date: string;
  readonly draft: boolean;
  /** Stem of the reference that its documents print: `EMP-RM`. */
  readonly reference: string;
  /** Label of the annex in its contract. */
  readonly annex: string | undefined;
  /** How far its text can be trusted in the language of the comparison. */
  readonly trust: TextTrust;
};

export type TextTrust = {
  /** The language that prevails, and the product's name in it. */
  readonly prevailing: { readonly language: string; readonly name: string };
  /** Whether nobody reviewed a text of it. */
  readonly isMachine: boolean;
  /** Clauses whose text translates an older wording. */
  readonly staleClauses: readonly string[];
};

/** An activity in one edition or in both; never in none. */
export type ComparedActivity = {
  /** The id it goes by now, or went by. Where there is none to go by, its clause. */
  readonly id: string;
  readonly old: PlacedActivity | undefined;
  readonly now: PlacedActivity | undefined;
  /** What the parties gained and lost, each that did; empty where the activity itself was added or removed. */
  readonly duties: readonly DutyMove[];
  /** Whether the codes of one edition could not be read, so that nothing is known about its duties. */
  readonly isUnread: boolean;
  readonly wording: Rewording | undefined;
  readonly note: Rewording | undefined;
  /** Whether it stands in another section, which is not the same one under another name or number. */
  readonly isRelocated: boolean;
  readonly extras: readonly ExtraChange[];
};

/** An activity as an edition has it. */
export type PlacedActivity = {
  readonly id: string;
  readonly clause: string;
  /** Position in `sections`. */
  readonly section: number;
  readonly text: string;
  readonly note: string | undefined;
  /** Signs by party, by the position of the party in `parties`; undefined where the edition has no such party. */
  readonly held: readonly (readonly string[] | undefined)[];
};

/** The codes of a party that moved; signs as the later edition has them, in printing order. */
export type DutyMove = {
  /** Position in `parties`. */
  readonly party: number;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly gained: readonly string[];
  readonly lost: readonly string[];
};

/** A text that was there and reads otherwise; one that joined or left has an empty counterpart. */
export type Rewording = {
  readonly from: string;
  readonly to: string;
  readonly words: readonly WordChange[];
  /** How alike the two are, from 0 to 1. */
  readonly likeness: number;
};

/** A further column of the matrix, by its header. */
export type ExtraChange = { readonly column: string; readonly from: string; readonly to: string };

export type ComparedSection = {
  readonly key: string;
  readonly old: { readonly key: string; readonly number: string; readonly title: string } | undefined;
  readonly now: { readonly key: string; readonly number: string; readonly title: string } | undefined;
  readonly title: Rewording | undefined;
};

export type ComparedParty = {
  readonly id: string;
  readonly old: NamedParty | undefined;
  readonly now: NamedParty | undefined;
  readonly isRenamed: boolean;
};

/** `short` is for the head of a column. */
export type NamedParty = { readonly id: string; readonly name: string; readonly short: string };

/** A code of the legend. */
export type ComparedCode = {
  /** As it is now, or was. */
  readonly sign: string;
  readonly role: string;
  readonly old: { readonly sign: string; readonly name: string; readonly meaning: string } | undefined;
  readonly now: { readonly sign: string; readonly name: string; readonly meaning: string } | undefined;
  readonly isRedefined: boolean;
};

/** One activity became several; `into` holds what became of it itself where it is still there. */
export type Split = { readonly id: string; readonly into: readonly string[] };

/** Several activities became one. */
export type Merge = { readonly ids: readonly string[]; readonly into: string };

/** A text of the product beside its matrix. */
export type FrameChange = Rewording & {
  readonly what: 'name' | 'summary' | 'note' | 'link' | 'annex' | 'title' | 'no-role' | 'prevailing';
};

export type TextChange = {
  readonly language: string;
  readonly of: TextOwner;
  /**
   * `alone`: reads otherwise, and what it translates does not. `along`: both do. `behind`: what it translates reads
   * otherwise, and it does not. `source`: it is what the others translate, and reads otherwise. `added`, `removed`: one
   * edition lacks the text in this language.
   */
  readonly kind: 'source' | 'alone' | 'along' | 'behind' | 'added' | 'removed';
  readonly from: string;
  readonly to: string;
};

/** Whose text it is; the id is that of an activity, a section, a party or a code. */
export type TextOwner = {
  readonly what: 'activity' | 'note' | 'section' | 'party' | 'code' | 'name' | 'summary';
  readonly id: string;
};
