import { createHash } from 'node:crypto';
import type { Activity, Product, Section, Text, TranslationRow } from '../catalogue/model.ts';

/** What a translation is of: two texts with the same key are translated once. */
export type UnitKey = {
  /** The product for which alone the translation holds; absent where it serves every product. */
  readonly product: string | undefined;
  /** The id of its row, such as `party.customer`; empty for a phrase. */
  readonly id: string;
  readonly source: string;
};

/** A text that is translated once, and how far it is. */
export type Unit = UnitKey & {
  /** Names the unit in files, by what it is and never by its position: `t-3f9ab01c52d4e687`. */
  readonly ref: string;
  /** What a person calls it: `email-pro/backup`, `party.customer`. */
  readonly name: string;
  /** The language it is written in. */
  readonly language: string;
  readonly state: 'missing' | 'stale' | 'machine' | 'reviewed';
  /** The translation so far, and the wording that it translates, which is an older one where the unit is stale. */
  readonly before: Before | undefined;
  /** The row that a translation is written into; where it is absent, a row is added. */
  readonly row: TranslationRow | undefined;
  /**
   * How alike its source is to the older wording, from 0 to 1, where likeness alone says that it is one: the row of a
   * phrase has no id.
   */
  readonly likeness: number | undefined;
  /** Where it stands, in reading order; never empty. */
  readonly uses: readonly Use[];
};

export type Before = Pick<TranslationRow, 'source' | 'text' | 'status'>;

/** One place in which a text stands. */
export type Use = {
  readonly text: Text;
  /** Absent for a word of the templates. */
  readonly product: Product | undefined;
  readonly section: Section | undefined;
  /** The activity that it says, or is a note on. */
  readonly activity: Activity | undefined;
};

/** The name of a unit in a file: 64 bits of a hash, an XML name and safe in a spreadsheet. */
export function refOf({ product, id, source }: UnitKey): string {
  const content = JSON.stringify([product ?? '', id, source]);
  return `t-${createHash('sha256').update(content).digest('hex').slice(0, 16)}`;
}
