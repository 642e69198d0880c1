/** How strongly two texts of different languages are told to be one by what they share. */
export type Kinship = (a: number, b: number) => number;

/**
 * Compares texts across languages by what translation leaves alone or nearly so: numbers, names, acronyms, and words
 * that languages have in common (`infrastructure`, `infrastruktura`). What stands in few texts weighs more than what
 * stands in many. 0 where nothing is shared, about 1 for each rare word shared, below 0 where numbers contradict.
 */
export function compareAcross(textsA: readonly string[], textsB: readonly string[]): Kinship {
  const tracesA = textsA.map(tracesOf);
  const tracesB = textsB.map(tracesOf);
  const weightA = weigh(tracesA);
  const weightB = weigh(tracesB);
  return (a, b) => {
    const [one, other] = [tracesA[a]!, tracesB[b]!];
    let sum = 0;
    for (const trace of one) {
      if (other.has(trace)) sum += strengthOf(trace) * Math.sqrt(weightA(trace) * weightB(trace));
    }
    return contradict(one, other) ? sum - 1 : sum;
  };
}

/** What a text leaves in any language: `#10` for a number, `!DNS` for a name, `~infr` for the beginning of a word. */
function tracesOf(text: string): Set<string> {
  const traces = new Set<string>();
  for (const [number] of text.matchAll(/\d+(?:[.,]\d+)*/gu)) traces.add(`#${number.replace(',', '.')}`);
  const words = [...text.matchAll(/\p{L}[\p{L}\p{N}]*/gu)].map(([word]) => word);
  words.forEach((word, index) => {
    const isName = /\p{Lu}.*\p{Lu}|\p{Lu}\p{N}/u.test(word) || (index > 0 && /^\p{Lu}\p{Ll}{2}/u.test(word));
    if (isName) traces.add(`!${word.toLowerCase()}`);
    const sound = soundOf(word);
    if (sound.length >= stem) traces.add(`~${sound.slice(0, stem)}`);
  });
  return traces;
}

/** So many letters have to begin two words alike for them to be kin. */
const stem = 5;

/** A word as it sounds in most of Europe, so that `konfiguracja` and `configuration` begin alike. */
function soundOf(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ph/gu, 'f')
    .replace(/th/gu, 't')
    .replace(/[kq]|ck/gu, 'c')
    .replace(/[yj]/gu, 'i')
    .replace(/w/gu, 'v')
    .replace(/z/gu, 's')
    .replace(/(\p{L})\1/gu, '$1');
}

function strengthOf(trace: string): number {
  return trace.startsWith('~') ? 0.8 : 1.2;
}

/** 1 for what stands in one text only, near 0 for what stands in all. */
function weigh(all: readonly ReadonlySet<string>[]): (trace: string) => number {
  const counts = new Map<string, number>();
  for (const traces of all) for (const trace of traces) counts.set(trace, (counts.get(trace) ?? 0) + 1);
  const most = Math.log(1 + all.length);
  return (trace) => Math.log(1 + all.length / (counts.get(trace) ?? all.length)) / most;
}

/** Both have numbers, and none in common. */
function contradict(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const numbers = (traces: ReadonlySet<string>) => [...traces].filter((trace) => trace.startsWith('#'));
  const [left, right] = [numbers(one), numbers(other)];
  return left.length > 0 && right.length > 0 && !left.some((number) => other.has(number));
}
