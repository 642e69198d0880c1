/** The words of a language that negate, in small letters: whole ones, and beginnings of words that may end as they will. */
export type NegationWords = { readonly whole: ReadonlySet<string>; readonly begun: readonly string[] };

/** Reads a list of such words, parted by spaces; `*` at the end of one stands for any ending. */
export function readNegationWords(list: string): NegationWords {
  const words = list.split(/\s+/u).filter((word) => /^[\p{L}\p{M}\p{N}]+\*?$/u.test(word));
  const [begun, whole] = [true, false].map((isOpen) =>
    words.filter((word) => word.endsWith('*') === isOpen).map((word) => inSmall(word.replace('*', ''))),
  );
  return { whole: new Set(whole), begun: begun! };
}

const words = /[\p{L}\p{M}\p{N}]+/gu;

/** The first word of a text that negates, as it is written there. */
export function findNegation(text: string, { whole, begun }: NegationWords): string | undefined {
  const small = inSmall(text).match(words) ?? [];
  const at = small.findIndex(
    (word) => whole.has(word) || begun.some((beginning) => word.startsWith(beginning)),
  );
  return at < 0 ? undefined : text.match(words)![at];
}

/** Greek has two small letters for one capital. */
function inSmall(word: string): string {
  return word.toLowerCase().replaceAll('ς', 'σ');
}
