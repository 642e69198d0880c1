import { isForbidden } from '../../catalogue/rules/text-characters.ts';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { CellPlace } from '../../diagnostics/place.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { isoDate } from '../../workspace/schemas/texts.ts';
import { type MemberRef, printMember } from '../contract.ts';

/** A text and where it was written; a command line has no places. */
export type Written = { readonly text: string; readonly place: CellPlace | { readonly file: string } };

/** Longer than any reference to a contract that people write down. */
const longestId = 120;

/** What keeps a text from being printed anywhere: characters that no reader sees and that change what is read. */
export function judgeCharacters({ text, place }: Written): Diagnostic[] {
  const found = [...text].find(isForbidden);
  if (found === undefined) return [];
  const code = found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  const message = `The text holds the character U+${code}, which no reader sees and which changes what is read.`;
  return [
    error('contract-characters', offsetInto(place, text.indexOf(found)), message, {
      hints: ['Delete it: retype the words around it.'],
    }),
  ];
}

/** A cell that every contract has to fill in. */
export function judgeFilled({ text, place }: Written, column: string): Diagnostic[] {
  if (text !== '') return [];
  const what = column === 'contract' ? 'id' : column;
  return [error('contract-empty', place, `The contract has no ${what}.`)];
}

export function judgeId({ text, place }: Written): Diagnostic[] {
  if (text.length <= longestId && !text.includes('\n')) return [];
  const found = text.includes('\n') ? 'more than one line' : `${text.length} characters`;
  const message = `The id of the contract has ${found}; expected one line of at most ${longestId} characters.`;
  return [error('contract-id', place, message)];
}

export function judgeDate({ text, place }: Written): Diagnostic[] {
  if (text === '' || isoDate.safeParse(text).success) return [];
  return [
    error('contract-date', place, `'${text}' is no date; expected a day such as 2026-03-01.`, {
      hints: ['A spreadsheet may have rewritten it: format the column as text, year first.'],
    }),
  ];
}

export function judgeLanguage({ text, place }: Written, languages: readonly string[]): Diagnostic[] {
  if (text === '' || languages.includes(text)) return [];
  return [
    error('contract-language', place, `The workspace has no language '${text}'.`, {
      hints: didYouMean(text, languages),
    }),
  ];
}

/** A product as a cell names it, with its place. */
export type WrittenMember = MemberRef & { readonly place: Written['place'] };

/** The products of a cell, separated by white space: `mail@2024-06 hosting`. */
export function readMembers({ text, place }: Written): WrittenMember[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    ...readMember(word),
    place: offsetInto(place, index),
  }));
}

/** `mail@2024-06`, or `mail` for the edition that the product is in. */
export function readMember(word: string): MemberRef {
  const at = word.indexOf('@');
  return at < 0
    ? { product: word, edition: undefined }
    : { product: word.slice(0, at), edition: word.slice(at + 1) };
}

/** An edition can stand in a pack once; two editions of a product may stand beside each other. */
export function judgeRepeats(members: readonly WrittenMember[]): Diagnostic[] {
  return members.flatMap((member, i) => {
    const named = printMember(member);
    if (!members.slice(0, i).some((earlier) => printMember(earlier) === named)) return [];
    return [error('contract-product-twice', member.place, `'${named}' stands here twice.`)];
  });
}

function offsetInto(place: Written['place'], offset: number): Written['place'] {
  return 'cell' in place ? { ...place, cell: { ...place.cell, offset } } : place;
}
