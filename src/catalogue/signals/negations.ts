/** Finds the first word of a text that negates, in one language. */
export type NegationWords = RegExp;

/** Reads a list of such words, parted by spaces; `*` at the end of one stands for any ending. */
export function readNegationWords(list: string): NegationWords {
  const words = list.split(/\s+/u).filter((word) => /^[\p{L}\p{M}\p{N}]+\*?$/u.test(word));
  const ways = words.map((word) => word.replace('*', inWord('*')));
  return new RegExp(`(?<!${inWord()})(?:${ways.join('|') || '(?!)'})(?!${inWord()})`, 'iu');
}

/** The word of a text that negates, as it is written there. */
export function findNegation(text: string, words: NegationWords): string | undefined {
  return words.exec(text)?.[0];
}

function inWord(times = ''): string {
  return `[\\p{L}\\p{M}\\p{N}]${times}`;
}
