/** The variance of a translation's length for each character of its source, over many languages (Gale and Church, 1993). */
const variance = 6.8;

/**
 * How well the lengths of two texts go together where one translates the other: long sentences become long sentences.
 * 0.6 for texts as long as the two languages lead to expect, below zero for those that are far from it, at least -1.2.
 */
export function compareLengths(
  textsA: readonly string[],
  textsB: readonly string[],
): (a: number, b: number) => number {
  const total = (texts: readonly string[]) =>
    texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
  const ratio = total(textsB) / Math.max(1, total(textsA));
  return (a, b) => {
    const expected = Math.max(1, textsA[a]!.length * ratio);
    const deviation = Math.abs(textsB[b]!.length - expected) / Math.sqrt(expected * variance);
    return Math.max(-1.2, 0.6 - 0.4 * deviation);
  };
}
