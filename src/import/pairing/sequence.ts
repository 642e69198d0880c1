/** Two elements that the best alignment puts together. */
export type AlignedPair = {
  readonly a: number;
  readonly b: number;
  /** How much the best alignment is better than any that puts one of the two elsewhere, or nowhere. */
  readonly margin: number;
};

/**
 * Aligns two sequences so that the scores of the pairs are highest, in their order (Needleman and Wunsch, 1970). Each
 * pair is told with its margin: the best alignment through every other choice is known from the best beginnings and
 * the best ends, so that what is a toss-up shows as such.
 *
 * @param score how well two elements go together, about zero where nothing speaks for them or against
 * @param gap what it costs to leave an element alone, below zero
 */
export function alignSequences(
  countA: number,
  countB: number,
  score: (a: number, b: number) => number,
  gap: number,
): AlignedPair[] {
  const width = countB + 1;
  const scores = new Float32Array(countA * countB);
  for (let a = 0; a < countA; a++) for (let b = 0; b < countB; b++) scores[a * countB + b] = score(a, b);
  const begun = bestBeginnings(countA, countB, scores, gap);
  const ended = bestEnds(countA, countB, scores, gap);
  const best = begun[countA * width + countB]!;
  const through = (a: number, b: number): number =>
    begun[a * width + b]! + scores[a * countB + b]! + ended[(a + 1) * width + b + 1]!;
  const aloneA = (a: number, b: number): number => begun[a * width + b]! + gap + ended[(a + 1) * width + b]!;
  const aloneB = (a: number, b: number): number => begun[a * width + b]! + gap + ended[a * width + b + 1]!;
  return trace(countA, countB, scores, ended, gap).map(({ a, b }) => {
    let other = Number.NEGATIVE_INFINITY;
    for (let at = 0; at <= countB; at++) {
      other = Math.max(other, aloneA(a, at));
      if (at < countB && at !== b) other = Math.max(other, through(a, at));
    }
    for (let at = 0; at <= countA; at++) {
      other = Math.max(other, aloneB(at, b));
      if (at < countA && at !== a) other = Math.max(other, through(at, b));
    }
    return { a, b, margin: best - other };
  });
}

/** At [a, b]: the best score of what stands before a and b. */
function bestBeginnings(countA: number, countB: number, scores: Float32Array, gap: number): Float32Array {
  const width = countB + 1;
  const best = new Float32Array((countA + 1) * width);
  for (let a = 0; a <= countA; a++) {
    for (let b = 0; b <= countB; b++) {
      if (a === 0 || b === 0) best[a * width + b] = (a + b) * gap;
      else {
        best[a * width + b] = Math.max(
          best[(a - 1) * width + b - 1]! + scores[(a - 1) * countB + b - 1]!,
          best[(a - 1) * width + b]! + gap,
          best[a * width + b - 1]! + gap,
        );
      }
    }
  }
  return best;
}

/** At [a, b]: the best score of a and b and what stands after them. */
function bestEnds(countA: number, countB: number, scores: Float32Array, gap: number): Float32Array {
  const width = countB + 1;
  const best = new Float32Array((countA + 1) * width);
  for (let a = countA; a >= 0; a--) {
    for (let b = countB; b >= 0; b--) {
      if (a === countA || b === countB) best[a * width + b] = (countA - a + countB - b) * gap;
      else {
        best[a * width + b] = Math.max(
          best[(a + 1) * width + b + 1]! + scores[a * countB + b]!,
          best[(a + 1) * width + b]! + gap,
          best[a * width + b + 1]! + gap,
        );
      }
    }
  }
  return best;
}

/** The pairs of the best alignment; of several that are as good, those that come first. */
function trace(
  countA: number,
  countB: number,
  scores: Float32Array,
  ended: Float32Array,
  gap: number,
): { a: number; b: number }[] {
  const width = countB + 1;
  const pairs: { a: number; b: number }[] = [];
  let [a, b] = [0, 0];
  while (a < countA && b < countB) {
    const paired = ended[(a + 1) * width + b + 1]! + scores[a * countB + b]!;
    const leftA = ended[(a + 1) * width + b]! + gap;
    const leftB = ended[a * width + b + 1]! + gap;
    if (paired >= leftA && paired >= leftB) pairs.push({ a: a++, b: b++ });
    else if (leftA >= leftB) a++;
    else b++;
  }
  return pairs;
}
