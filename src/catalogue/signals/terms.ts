import { wordsOf } from '../../likeness/near.ts';

/** A term as the glossary writes it, and what a text is searched for. */
export type TermPattern = {
  /** As it is printed: the first way of writing it, without the stars. */
  readonly name: string;
  readonly ways: readonly (readonly Word[])[];
};

/** One word of a term, in small letters; `open` where any ending may follow. */
type Word = { readonly text: string; readonly open: boolean };

/**
 * Reads a term: words parted by spaces, `*` at the end of a word for any ending (`boîte* aux lettres`), `|` between
 * ways of writing it. Undefined where there is none.
 */
export function readTerm(written: string): TermPattern | undefined {
  const ways = written
    .split('|')
    .map(readWords)
    .filter((words) => words.length > 0);
  if (ways.length === 0) return undefined;
  return { name: written.split('|')[0]!.replaceAll('*', '').trim(), ways };
}

/** Whether a text, given as its words, has a term: all words of one way of writing it, one after the other. */
export function hasTerm(words: readonly string[], { ways }: TermPattern): boolean {
  return ways.some((way) =>
    words.some((_, start) => way.every((word, i) => matches(word, words[start + i]))),
  );
}

function readWords(way: string): Word[] {
  return way.split(/\s+/u).flatMap((part) => {
    const words = wordsOf(part);
    return words.map((text, i) => ({ text, open: part.endsWith('*') && i === words.length - 1 }));
  });
}

function matches({ text, open }: Word, word: string | undefined): boolean {
  return word === text || (open && word?.startsWith(text) === true);
}
