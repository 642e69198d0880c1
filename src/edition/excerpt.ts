import { digestOf } from './digest.ts';
import type { Edition, EditionContent, EditionText, Texts } from './edition.ts';

/**
 * An edition as the documents in one language carry it: the whole matrix, with its texts in that language and in the one
 * that prevails. So a word changed in French changes French documents and no other.
 */
export function excerptEdition(edition: Edition, language: string): Edition {
  const { about, program, digest, draft, format, ...said } = edition;
  const spoken = new Set([edition.language, language]);
  const content = keepLanguages(
    { format, ...said },
    (texts) => keepTexts(texts, spoken),
    said.languages.filter((tag) => spoken.has(tag)),
  );
  const { format: version, ...kept } = content;
  return { format: version, about, program, digest: digestOf(content), draft, excerpt: true, ...kept };
}

/** What an edition says in some of its languages; `keep` is asked for what is left of each of its texts. */
export function keepLanguages(
  said: EditionContent,
  keep: (texts: Texts) => Texts,
  languages: readonly string[],
): EditionContent {
  return {
    ...said,
    name: keep(said.name),
    languages,
    ...(said.summary && { summary: keep(said.summary) }),
    parties: said.parties.map((party) => ({
      ...party,
      name: keep(party.name),
      ...(party.short && { short: keep(party.short) }),
    })),
    codes: said.codes.map((code) => ({ ...code, name: keep(code.name), meaning: keep(code.meaning) })),
    sections: said.sections.map((section) => ({ ...section, title: keep(section.title) })),
    activities: said.activities.map((row) => ({
      ...row,
      activity: keep(row.activity),
      ...(row.note && { note: keep(row.note) }),
    })),
    notes: said.notes.map(keep),
    links: said.links.map((link) => ({ ...link, text: keep(link.text) })),
    words: Object.fromEntries(Object.entries(said.words).map(([id, texts]) => [id, keep(texts)])),
  };
}

/** A word that none of the languages has is kept as it was written, for that is what a document then prints. */
function keepTexts(texts: Texts, spoken: ReadonlySet<string>): Texts {
  const tags = Object.keys(texts);
  const kept = tags.filter((tag) => spoken.has(tag));
  const excerpt: Record<string, EditionText> = {};
  for (const tag of kept.length > 0 ? kept : tags.slice(0, 1)) excerpt[tag] = texts[tag]!;
  return excerpt;
}
