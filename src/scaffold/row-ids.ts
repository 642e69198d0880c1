import { configFile } from '../catalogue/config.ts';
import type { Catalogue, Text } from '../catalogue/model.ts';

/**
 * Says under which id a text stands in the file of a language: its own, where it is a word, a section or something
 * that annex.yaml names; else none, for a phrase serves every product. Of two texts that share an id, such as a party
 * that annex.yaml calls otherwise than the word that ships, the first has it, for one row cannot translate both.
 */
export function rowIds(catalogue: Catalogue): (text: Text) => string {
  const named = catalogue.products.flatMap(({ parties, codes }) => [
    ...parties.flatMap(({ name, short }) => (short === undefined ? [name] : [name, short])),
    ...codes.codes.flatMap(({ name, meaning }) => [name, meaning]),
  ]);
  const shared = [
    ...catalogue.wording.values(),
    ...catalogue.sections,
    ...named.filter(({ place }) => place.file === configFile),
  ];
  const owners = new Map(shared.toReversed().map((text) => [text.id, text.source]));
  return ({ id, source }) => (owners.get(id) === source ? id : '');
}
