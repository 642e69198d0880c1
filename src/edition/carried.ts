import { writeEditionCsv } from './csv.ts';
import type { Edition } from './edition.ts';
import { Excerpts } from './excerpts.ts';
import { readInLanguage } from './in-language.ts';

/** A text that a document carries inside, for programs to read. */
export type CarriedText = {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
  /** What it is to the document (PDF/A-3, AFRelationship). */
  readonly relationship: 'Source' | 'Data';
  /** In the language of the document. */
  readonly description: string;
};

/** The names under which documents carry their edition, and its matrix in their own language. */
export const editionName = 'edition.json';
export const editionCsvName = 'edition.csv';

/** The edition whose documents are being made: those in all its languages come one after the other. */
let current: Excerpts | undefined;

type Kept = { readonly edition: Edition; readonly language: string; readonly texts: readonly CarriedText[] };

/** Annex, workbook and page of an edition in a language are made one after the other, and carry the same. */
const mostKept = 8;
const kept: Kept[] = [];

/** What the documents of an edition in a language carry. Throws where a text is missing in it. */
export function carriedTexts(edition: Edition, language: string): readonly CarriedText[] {
  const known = kept.find((one) => one.edition === edition && one.language === language);
  if (known !== undefined) return known.texts;
  const texts = writeTexts(edition, language);
  if (kept.push({ edition, language, texts }) > mostKept) kept.shift();
  return texts;
}

function writeTexts(edition: Edition, language: string): readonly CarriedText[] {
  const read = readInLanguage(edition, language);
  if (read === undefined) throw new Error(`No complete '${language}' text in edition of ${edition.product}.`);
  if (current?.edition !== edition) current = new Excerpts(edition);
  const { languages, text } = current.in(language);
  const title = `${read.name} – ${read.words.get('matrix-title') ?? ''}, ${edition.edition}`;
  return [
    {
      name: editionCsvName,
      mediaType: 'text/csv',
      text: writeEditionCsv(read),
      relationship: 'Data',
      description: `${title} (CSV, ${language})`,
    },
    {
      name: editionName,
      mediaType: 'application/json',
      text,
      relationship: 'Source',
      description: `${title} (JSON, ${languages.join(', ')})`,
    },
  ];
}
