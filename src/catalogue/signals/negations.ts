/** The words that negate in a language; one that ends in `*` stands for all words that begin so. */
export type NegationWords = { readonly whole: ReadonlySet<string>; readonly beginnings: readonly string[] };

/** Reads a list of such words, parted by spaces. */
export function readNegationWords(list: string): NegationWords {
  const words = list.toLowerCase().split(/\s+/u).filter(Boolean);
  return {
    whole: new Set(words.filter((word) => !word.endsWith('*'))),
    beginnings: words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
  };
}

/** The first of some words that negates. */
export function findNegation(
  words: readonly string[],
  { whole, beginnings }: NegationWords,
): string | undefined {
  return words.find((word) => whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning)));
}
