import type { Catalogue, Text, TranslationMemory } from '../model.ts';
import { shorten, textsOf } from '../texts.ts';
import { translate } from '../translations.ts';
import type { Finding, Rule } from './rule.ts';

/** A text that a language does not have. */
export const translationMissing: Rule = {
  id: 'translation-missing',
  severity: 'error',
  asks: 'Every text is translated into every language that is built.',
  why: 'An annex that changes its language half way through is not made.',
  example: {
    file: 'translations/de.csv',
    broken: '',
    mended: ',Open and close accounts,Konten eröffnen und schließen,reviewed',
  },
  *check(catalogue) {
    for (const language of spokenIn(catalogue)) {
      const memory = catalogue.translations.get(language);
      const wordless = missing(catalogue.wording.values(), language, memory);
      yield* wordsMissing(wordless, language, catalogue.languages.includes(language));
      for (const product of catalogue.products) {
        if (!product.languages.includes(language)) continue;
        const texts = [...textsOf(product)]
          .map(({ text }) => text)
          .filter((text) => !catalogue.wording.has(text.id));
        const absent = missing(texts, language, memory, product.id);
        if (absent.length > fewTexts) yield textsMissing(absent, language, product.id);
        else for (const text of absent) yield textMissing(text, language, product.id);
      }
    }
  },
};

/** The languages that are built, and those in which something was released: the words around it are not frozen. */
function spokenIn({ languages, shelves }: Catalogue): ReadonlySet<string> {
  const released = [...shelves.values()].flatMap((shelf) => shelf.released);
  return new Set([...languages, ...released.flatMap((edition) => edition.languages)]);
}

/** More missing texts than this are named together: a language that was only begun is one thing to mend, not fifty. */
const fewTexts = 8;

function missing(
  texts: Iterable<Text>,
  language: string,
  memory: TranslationMemory | undefined,
  product?: string,
): Text[] {
  return [...new Set(texts)].filter(
    (text) => text.source.trim() !== '' && translate(text, language, memory, product) === undefined,
  );
}

/** The words of a new language are missing all together: one finding that says how many, and names the first. */
function* wordsMissing(texts: readonly Text[], language: string, isBuilt: boolean): Generator<Finding> {
  const [first] = texts;
  if (first === undefined) return;
  const names = texts.slice(0, 5).map((text) => text.id);
  yield {
    place: { file: `data/translations/${language}.csv` },
    message: `${texts.length} ${texts.length === 1 ? 'word' : 'words'} of the templates not translated into '${language}': ${names.join(', ')}${texts.length > names.length ? ', ...' : '.'}`,
    hints: [
      'Add a row id,source,text,status for each; the words and their sources stand in data/wording.csv.',
      ...(isBuilt
        ? []
        : [`What was released in '${language}' stays published, and needs the words around it.`]),
    ],
    scope: { language },
  };
}

function textsMissing(texts: readonly Text[], language: string, product: string): Finding {
  const first = texts.slice(0, 3).map((text) => `'${shorten(text.source, 40)}'`);
  return {
    place: texts[0]!.place,
    message: `${texts.length} texts of '${product}' are not translated into '${language}': ${first.join(', ')}, ...`,
    hints: [`Each needs a row in data/translations/${language}.csv with the text as source and an empty id.`],
    scope: { product, language },
  };
}

function textMissing(text: Text, language: string, product: string): Finding {
  return {
    place: text.place,
    message: `Not translated into '${language}': '${shorten(text.source)}'.`,
    hints: [`Add a row to data/translations/${language}.csv with this text as source and an empty id.`],
    scope: { product, language, row: text.id },
  };
}
