import { expectIdentifier, NameRefused } from '../scaffold/names.ts';
import { languageTag, partyIdentifier } from '../workspace/schemas/identifiers.ts';

/** What a user calls the things that are imported. */
export type ImportNames = {
  /** Id of the product: the name of its folder. */
  readonly product: string;
  /** Tag of the language of the pages. */
  readonly language: string;
  /** Ids for the parties, in the order of their columns; none where their names decide. */
  readonly parties: readonly string[];
};

/** Throws NameRefused where a name could not be that of a folder, a language or a column; called before any file is read. */
export function expectImportNames({ product, language, parties }: ImportNames): void {
  expectIdentifier('product', product);
  if (!languageTag.safeParse(language).success) {
    throw new NameRefused(`'${language}' is no language tag such as fr or pt-BR.`);
  }
  for (const party of parties) {
    if (partyIdentifier.safeParse(party).success) continue;
    expectIdentifier('party', party);
    throw new NameRefused(`'${party}' is a column of every matrix and cannot be a party.`);
  }
  const twice = parties.find((party, index) => parties.indexOf(party) < index);
  if (twice !== undefined) throw new NameRefused(`The party '${twice}' is named twice.`);
}
