import type { Edition, Texts } from '../edition/edition.ts';
import type { ToldStanding } from './told.ts';

/** How far the text of an edition can be trusted in a language. */
export function standingIn(edition: Edition, language: string): ToldStanding {
  if (language === edition.language) return 'original';
  const found = new Set(textsOf(edition).map((texts) => texts?.[language]?.status));
  if (found.has('stale')) return 'stale';
  return found.has('machine') ? 'machine' : 'reviewed';
}

/** What is printed of a product; the words of the templates around it are no text of its own. */
function textsOf(edition: Edition): readonly (Texts | undefined)[] {
  const { name, summary, parties, codes, sections, activities, notes, links } = edition;
  return [
    name,
    summary,
    ...parties.flatMap((party) => [party.name, party.short]),
    ...codes.flatMap((code) => [code.name, code.meaning]),
    ...sections.map(({ title }) => title),
    ...activities.flatMap(({ activity, note }) => [activity, note]),
    ...notes,
    ...links.map(({ text }) => text),
  ];
}
