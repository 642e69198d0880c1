import type { EditionActivity, EditionContent, Texts } from '../../edition/edition.ts';
import { wordsOf } from '../../likeness/near.ts';

/** One of two editions, made ready to be held against the other. */
export type Side = {
  readonly edition: EditionContent;
  readonly rows: readonly Row[];
  readonly sections: readonly Heading[];
};

/** An activity, and what it may be known by in another edition. */
export type Row = {
  readonly activity: EditionActivity;
  /** Undefined where it has none, shares it with another row, or ids are not to be relied on. */
  readonly id: string | undefined;
  /** Position in `sections`. */
  readonly section: number;
  readonly text: string;
  /** Its words alone: texts that differ in case and punctuation have the same. */
  readonly gist: string;
};

export type Heading = {
  readonly key: string;
  /** Whether the key names the same section in the other edition. */
  readonly isNamed: boolean;
  readonly number: string;
  readonly title: string;
  /** Titles from the top section down to this one, by their words. */
  readonly path: string;
};

/**
 * @param language in which texts are compared
 * @param hasIds whether ids were given by people, and stay when texts change
 */
export function readSide(edition: EditionContent, language: string, hasIds: boolean): Side {
  const isOnly = uniqueIn(edition.activities.map(({ id }) => id));
  const sections = readHeadings(edition, language, hasIds);
  const at = new Map(sections.map(({ key }, position) => [key, position]));
  const rows = edition.activities.map((activity): Row => {
    const { id, section } = activity;
    const text = textIn(activity.activity, language);
    return {
      activity,
      id: hasIds && id !== '' && isOnly(id) ? id : undefined,
      section: at.get(section)!,
      text,
      gist: gistOf(text),
    };
  });
  return { edition, rows, sections };
}

/** The sections of an edition, and behind them those that a faulty matrix names and nobody lists. */
function readHeadings(
  { sections, activities }: EditionContent,
  language: string,
  hasIds: boolean,
): Heading[] {
  const titles = new Map(sections.map(({ key, title }) => [key, textIn(title, language)]));
  const listed = sections.map(({ key, number }) => ({ key, number }));
  const unlisted = new Set(activities.map(({ section }) => section).filter((key) => !titles.has(key)));
  return [...listed, ...[...unlisted].map((key) => ({ key, number: '' }))].map(({ key, number }) => {
    const above = key.split('.').map((_, i, parts) => parts.slice(0, i + 1).join('.'));
    const path = above.map((part) => gistOf(titles.get(part) ?? part)).join(' / ');
    return { key, isNamed: hasIds, number, title: titles.get(key) ?? key, path };
  });
}

/** A text in a language, else as it was written; empty where there is none. */
export function textIn(texts: Texts | undefined, language: string): string {
  return (texts?.[language] ?? Object.values(texts ?? {})[0])?.text ?? '';
}

/** What texts have in common that differ in case, punctuation and typography alone. */
export function gistOf(text: string): string {
  return wordsOf(text).join(' ') || text.trim();
}

function uniqueIn(names: readonly string[]): (name: string) => boolean {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (name) => counts.get(name) === 1;
}
