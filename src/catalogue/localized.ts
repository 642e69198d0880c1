import type { HistoryEntry } from '../edition/history.ts';

/**
 * A product in one language: the model with every text resolved. This is what templates see, what is embedded,
 * and what the proof holds the artifacts against.
 */
export type LocalizedProduct = {
  readonly id: string;
  readonly language: string;
  readonly name: string;
  readonly edition: string;
  readonly updated: string;
  readonly summary: string | undefined;
  readonly notes: readonly string[];
  readonly links: readonly { readonly text: string; readonly url: string }[];
  /** `EMP-RM-2026-03-EN`. */
  readonly reference: string;
  readonly annex: string | undefined;
  readonly draft: boolean;
  readonly parties: readonly LocalizedParty[];
  readonly codes: readonly LocalizedCode[];
  readonly sections: readonly LocalizedSection[];
  readonly activityCount: number;
  /** Words of templates, by id. */
  readonly words: ReadonlyMap<string, string>;
  /** How far the text can be trusted, and what prevails. */
  readonly standing: Standing;
  /** Its editions from the first released one on; empty before there is one. */
  readonly history: readonly HistoryEntry[];
};

export type LocalizedParty = {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly accountableFor: number;
};

export type LocalizedCode = {
  readonly sign: string;
  readonly role: string;
  readonly name: string;
  readonly meaning: string;
  readonly filled: boolean;
  readonly strong: boolean;
};

export type LocalizedSection = {
  readonly key: string;
  readonly number: string;
  readonly title: string;
  readonly depth: number;
  readonly activities: readonly LocalizedActivity[];
};

export type LocalizedActivity = {
  readonly id: string;
  readonly clause: string;
  readonly text: string;
  readonly note: { readonly number: number; readonly text: string } | undefined;
  /** One entry per party, in the order of the parties. */
  readonly cells: readonly { readonly party: string; readonly held: readonly string[] }[];
};

export type Standing = {
  /** `original`: written in this language. `machine`: holds text nobody reviewed. `stale`: holds outdated text. */
  readonly state: 'original' | 'reviewed' | 'machine' | 'stale';
  /** The language whose text prevails, where it is not this one. */
  readonly prevailing:
    | { readonly language: string; readonly name: string; readonly title: string }
    | undefined;
  /** Whether headings and explanations around an original text were translated by a machine. */
  readonly machineFrame: boolean;
  /** Clauses whose text translates an older wording. */
  readonly staleClauses: readonly string[];
};
