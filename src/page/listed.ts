import type { Edition } from '../edition/edition.ts';
import { ownTextsOf } from '../edition/texts.ts';
import { type ChangedEdition, countChanges, inLanguages, type Said, tellChanges } from './changes.ts';
import type { ToldChanges, ToldCounts, ToldStanding, ToldTexts } from './told.ts';

/** What the page tells of an edition: a small part of what it says. */
export type ListedEdition = Pick<Edition, 'edition' | 'draft' | 'date' | 'language' | 'reference'> & {
  readonly name: ToldTexts;
  readonly summary: ToldTexts | undefined;
  /** How many. */
  readonly activities: number;
  /** How far its text can be trusted in a language. */
  readonly standing: Readonly<Record<string, ToldStanding>>;
  /** Against the edition before it; undefined for the first. */
  readonly changes: ToldCounts | undefined;
};

/** A product with its history, from the first released edition to the newest or to the draft behind it. */
export type ListedProduct = {
  readonly id: string;
  readonly editions: readonly ListedEdition[];
  /** Undefined where nothing changed from edition to edition. */
  readonly changes: ToldChanges | undefined;
};

/** Lists a product by its editions, which need not be kept for the page then. */
export function listProduct(id: string, editions: readonly ChangedEdition[]): ListedProduct {
  return { id, editions: editions.map(listEdition), changes: tellChanges(editions) };
}

function listEdition({ edition: said, changes }: ChangedEdition): ListedEdition {
  const { edition, draft, date, language, reference, name, summary, activities } = said;
  return {
    edition,
    draft,
    date,
    language,
    reference,
    name: inLanguages(name),
    summary: summary && inLanguages(summary),
    activities: activities.length,
    standing: standingOf(said),
    changes: changes && countChanges(changes),
  };
}

/** What a reader has to be warned of most, of all texts of an edition, by language. */
export function standingOf(edition: Said): ListedEdition['standing'] {
  const standing: Record<string, ToldStanding> = {};
  for (const texts of ownTextsOf(edition)) {
    for (const language in texts) {
      const { status } = texts[language]!;
      const before = standing[language] ?? 'reviewed';
      const isWorse = status === 'stale' || (status === 'machine' && before !== 'stale');
      standing[language] = isWorse ? status : before;
    }
  }
  return { ...standing, [edition.language]: 'original' };
}
