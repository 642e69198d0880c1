import type { EditionInLanguage } from '../edition/in-language.ts';
import { type Difference, quoteText } from './difference.ts';
import { saysWord, searchable } from './sameness.ts';

/**
 * Holds what stands around the matrix against the edition: title, summary, legend, notes, links and notices, each of
 * which must be there, wherever a template puts it.
 *
 * @param passages texts of the artifact, each whole: a paragraph, or the cells of a row one after the other
 * @param where what a finding names as the place
 */
export function proveAround(
  edition: EditionInLanguage,
  passages: readonly string[],
  where: string,
): Difference[] {
  const searched = passages.map(searchable);
  const everything = searched.join('');
  const missing = (what: string, text: string): Difference => ({
    where,
    message: `${what} ${quoteText(text)} is not there.`,
  });
  return [
    ...textsAround(edition)
      .filter(({ text }) => !everything.includes(searchable(text)))
      .map(({ what, text }) => missing(what, text)),
    ...edition.codes
      .filter((code) => !searched.some((passage) => explains(passage, code)))
      .map(({ sign, name, meaning }) => missing('The meaning of a code,', `${sign} ${name} ${meaning}`)),
    ...noticesOf(edition)
      .filter((word) => !saysWord(everything, word))
      .map((word) => missing('The notice', word)),
  ];
}

/** Sign, name and meaning in this order, and nothing before or behind them. */
function explains(passage: string, code: EditionInLanguage['codes'][number]): boolean {
  const [sign, name, meaning] = [code.sign, code.name, code.meaning].map(searchable);
  return passage.startsWith(sign! + name!) && passage.endsWith(meaning!);
}

function textsAround(edition: EditionInLanguage): { what: string; text: string }[] {
  const { name, reference, summary, notes, links, activities, words } = edition;
  return [
    { what: 'The name of the product,', text: name },
    { what: 'The reference', text: reference },
    ...(summary === undefined ? [] : [{ what: 'The summary', text: summary }]),
    { what: 'What a dash means,', text: words.get('legend-none') ?? '' },
    ...notes.map((text) => ({ what: 'The note', text })),
    ...links.flatMap(({ text, url }) => [
      { what: 'The link', text },
      { what: 'The address', text: url },
    ]),
    ...activities.flatMap(({ clause, note }) =>
      note === undefined ? [] : [{ what: `The note to clause ${clause},`, text: note }],
    ),
  ];
}

/** The words that have to warn the reader. */
function noticesOf({ draft, isMachine, staleClauses, words }: EditionInLanguage): string[] {
  return [
    ...(draft ? ['draft-notice'] : []),
    ...(isMachine ? ['machine-notice'] : []),
    ...(staleClauses.length > 0 ? ['stale-notice'] : []),
  ].map((id) => words.get(id) ?? '');
}
