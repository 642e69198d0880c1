/**
 * The known word nearest to what was typed, for 'did you mean', or undefined where nothing is near.
 * Near: at most one edit in three letters (optimal string alignment distance, case ignored).
 */
export function nearest(typed: string, known: Iterable<string>): string | undefined {
  const wanted = typed.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(typed.length / 3)) + 1;
  for (const word of known) {
    const distance = editDistance(wanted, word.toLowerCase(), bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [word, distance];
  }
  return best;
}

/** A hint that names the nearest known word, or else the known words. */
export function didYouMean(typed: string, known: Iterable<string>): string[] {
  const words = [...known];
  const near = nearest(typed, words);
  if (near !== undefined) return [`Did you mean '${near}'?`];
  return words.length > 0
    ? [`Known: ${words.slice(0, 12).join(', ')}${words.length > 12 ? ', ...' : ''}.`]
    : [];
}

function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      }
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}
