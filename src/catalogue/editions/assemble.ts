import { digestOf } from '../../edition/digest.ts';
import type { Edition, EditionActivity, EditionContent, EditionText, Texts } from '../../edition/edition.ts';
import type { Activity, Catalogue, Product, Text } from '../model.ts';
import { flattenSections } from '../sections.ts';
import { translate } from '../translations.ts';
import { meaningfulWords } from './words.ts';

const about =
  'One edition of a responsibility matrix: the codes that each party holds in each activity, and every text in every language.';

/**
 * The edition of a product as the catalogue has it now, in all languages. A text that is missing in a language lacks
 * that language and no other.
 *
 * @param version of this program
 */
export function assembleEdition(catalogue: Catalogue, product: Product, version: string): Edition {
  return asEdition(assembleContent(catalogue, product), product.draft, version);
}

/** An edition by what it says, with what speaks of the file. */
export function asEdition(content: EditionContent, draft: boolean, version: string): Edition {
  const { format, ...said } = content;
  return {
    format,
    about,
    program: { name: 'Annexpress', version },
    digest: digestOf(content),
    draft,
    ...said,
  };
}

/** What the edition of a product says, without what speaks of the file. */
export function assembleContent(catalogue: Catalogue, product: Product): EditionContent {
  const say = (text: Text): Texts => translateAll(catalogue, product, text);
  return {
    format: 1,
    product: product.id,
    name: say(product.name),
    edition: product.edition,
    date: product.updated,
    reference: product.reference,
    ...(product.annex !== undefined && { annex: product.annex }),
    language: product.language,
    languages: product.languages,
    ...(product.summary && { summary: say(product.summary) }),
    parties: product.parties.map(({ id, name, short }) => ({
      id,
      name: say(name),
      ...(short && { short: say(short) }),
    })),
    codeSet: product.codes.name,
    codes: product.codes.codes.map(({ sign, role, name, meaning }) => ({
      sign,
      role,
      name: say(name),
      meaning: say(meaning),
    })),
    sections: flattenSections(product.sections).map(({ key, number, title }) => ({
      key,
      number,
      title: say(title),
    })),
    activities: product.activities.map((activity) => assembleActivity(product, activity, say)),
    notes: product.notes.map(say),
    links: product.links.map(({ text, url }) => ({ text: say(text), url })),
    words: Object.fromEntries(
      meaningfulWords(product.language).flatMap((id) => {
        const word = catalogue.wording.get(id);
        return word === undefined ? [] : [[id, say(word)]];
      }),
    ),
  };
}

function assembleActivity(product: Product, activity: Activity, say: (text: Text) => Texts): EditionActivity {
  const { id, clause, section, text, note, codes, extras } = activity;
  return {
    id,
    clause,
    section,
    activity: say(text),
    ...(note && { note: say(note) }),
    codes: Object.fromEntries(product.parties.map((party) => [party.id, codes.get(party.id) ?? []])),
    ...(extras.size > 0 && { extras: Object.fromEntries(extras) }),
  };
}

/** A text in the language it was written in, and in every other one of the product that has it. */
function translateAll(catalogue: Catalogue, product: Product, text: Text): Texts {
  const texts: Record<string, EditionText> = { [text.language]: { text: text.source, status: 'original' } };
  for (const language of product.languages) {
    if (language === text.language) continue;
    const found = translate(text, language, catalogue.translations.get(language), product.id);
    if (found !== undefined) texts[language] = found;
  }
  return texts;
}
