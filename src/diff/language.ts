import type { EditionContent } from '../edition/edition.ts';

/**
 * The language in which two editions can be compared: the one that prevails now, else the one that prevailed, else the
 * first that both have. There is none where they have no language in common.
 */
export function commonLanguage(old: EditionContent, now: EditionContent): string | undefined {
  return [now.language, old.language, ...now.languages].find(
    (tag) => hasLanguage(old, tag) && hasLanguage(now, tag),
  );
}

/** Whether an edition has texts in a language. */
export function hasLanguage({ language, languages }: EditionContent, tag: string): boolean {
  return language === tag || languages.includes(tag);
}
