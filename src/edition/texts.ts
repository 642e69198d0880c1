import type { Edition, EditionContent, Texts } from './edition.ts';

/** Every text of an edition that its documents print, the words around the matrix last. */
export function textsOfEdition(edition: Edition): readonly Texts[] {
  return [...ownTextsOf(edition), ...Object.values(edition.words)];
}

/** What is printed of a product; the words of the templates around it are no text of its own. */
export function ownTextsOf(edition: EditionContent): readonly Texts[] {
  const { name, summary, parties, codes, sections, activities, notes, links } = edition;
  const texts = [
    name,
    summary,
    ...parties.flatMap((party) => [party.name, party.short]),
    ...codes.flatMap((code) => [code.name, code.meaning]),
    ...sections.map(({ title }) => title),
    ...activities.flatMap(({ activity, note }) => [activity, note]),
    ...notes,
    ...links.map(({ text }) => text),
  ];
  return texts.filter((text) => text !== undefined);
}
