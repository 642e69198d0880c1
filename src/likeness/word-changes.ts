import { diffArrays } from 'diff';

/** A piece of a reworded text. What is `same` and `removed` makes up the old text, `same` and `added` the new one. */
export type WordChange = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/**
 * What changed from one text to the other, word by word, in reading order; where words were replaced, what was
 * removed comes before what was added. Two texts that say the same give one piece at most.
 */
export function wordChanges(old: string, now: string): WordChange[] {
  const pieces = diffArrays(tokensOf(old), tokensOf(now), { maxEditLength: mostEdits });
  // Nobody can follow more changes than these: the one text took the place of the other.
  if (pieces === undefined) return replaced(old, now);
  const changes = pieces.map(({ value, added, removed }): WordChange => {
    return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') };
  });
  return joinRuns(changes);
}

/** Bounds the price, which is the length of the texts times their changes. */
const mostEdits = 2000;

/**
 * Words with what joins them inside (`end-user`, `d’accès` is two), numbers with their points, blanks, and every other
 * sign by itself. Scripts that are written without blanks are taken sign by sign: a dictionary would hang on the
 * version of ICU.
 */
const token =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|[\p{L}\p{N}\p{M}]+(?:[-\u2010\u2011.][\p{L}\p{N}\p{M}]+)*|\s+|./gsu;

function tokensOf(text: string): string[] {
  return text.match(token) ?? [];
}

/** One text for another; blanks that both end with stay where they are. */
function replaced(old: string, now: string): WordChange[] {
  const end = commonEnd(old, now);
  const without = (text: string) => text.slice(0, text.length - end.length);
  const pieces: WordChange[] = [
    { kind: 'removed', text: without(old) },
    { kind: 'added', text: without(now) },
    { kind: 'same', text: end },
  ];
  return pieces.filter(({ text }) => text !== '');
}

function commonEnd(old: string, now: string): string {
  let length = 0;
  while (length < Math.min(old.length, now.length)) {
    const [a, b] = [old.at(-1 - length)!, now.at(-1 - length)!];
    if (a !== b || /\S/u.test(a)) break;
    length++;
  }
  return old.slice(old.length - length);
}

/**
 * Joins changes that only blanks or single signs keep apart, so that `the end of each month` for `a start in every
 * week` reads as one phrase for another and not as five words each.
 */
function joinRuns(changes: readonly WordChange[]): WordChange[] {
  const joined: WordChange[] = [];
  let old = '';
  let now = '';
  const flush = () => {
    for (const piece of replaced(old, now)) append(joined, piece);
    old = '';
    now = '';
  };
  changes.forEach(({ kind, text }, i) => {
    const isBetween = old + now !== '' && i < changes.length - 1 && !/[\p{L}\p{N}]/u.test(text);
    if (kind === 'same' && !isBetween) {
      flush();
      append(joined, { kind, text });
      return;
    }
    if (kind !== 'added') old += text;
    if (kind !== 'removed') now += text;
  });
  flush();
  return joined;
}

function append(changes: WordChange[], { kind, text }: WordChange): void {
  const last = changes.at(-1);
  if (last?.kind === kind) changes[changes.length - 1] = { kind, text: last.text + text };
  else changes.push({ kind, text });
}
