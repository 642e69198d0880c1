import type { Edition, Texts } from './edition.ts';

/** Every text of an edition that its documents print, the words around the matrix last. */
export function textsOfEdition(edition: Edition): readonly Texts[] {
  const { name, summary, parties, codes, sections, activities, notes, links, words } = edition;
  const texts = [
    name,
    summary,
    ...parties.flatMap((party) => [party.name, party.short]),
    ...codes.flatMap((code) => [code.name, code.meaning]),
    ...sections.map(({ title }) => title),
    ...activities.flatMap(({ activity, note }) => [activity, note]),
    ...notes,
    ...links.map(({ text }) => text),
    ...Object.values(words),
  ];
  return texts.filter((text) => text !== undefined);
}
