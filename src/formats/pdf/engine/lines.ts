import type { Word } from './word.ts';
import { reworded, widthLike } from './words.ts';

/** The words of one line; `isSoft` where the line ends inside a word, at a soft hyphen that is now a drawn one. */
export type BrokenLine = { readonly words: readonly Word[]; readonly isSoft: boolean };

/**
 * Breaks words into lines no wider than `width` points: each line takes what fits. A word that is wider than a whole
 * line is divided between any two characters, since text that runs off the page is lost.
 */
export function breakLines(words: readonly Word[], width: number): BrokenLine[] {
  const lines: BrokenLine[] = [];
  let left = words;
  let start = 0;
  while (start < left.length) {
    const end = lastFitting(left, start, width);
    if (end > start) {
      lines.push(lineOf(left, start, end));
      start = end;
    } else {
      const after = chunkEnd(left, start);
      const [head, rest] = divide(left.slice(start, after), width);
      lines.push({ words: head, isSoft: false });
      left = [...rest, ...left.slice(after)];
      start = 0;
    }
  }
  return lines;
}

/** Words that must stand on one line together. */
type Chunk = readonly Word[];

/** Where the chunk ends that starts at a word. */
function chunkEnd(words: readonly Word[], start: number): number {
  let end = start + 1;
  while (end < words.length && words[end - 1]!.noNewLine && !words[end - 1]!.lineEnd) end++;
  return end;
}

/** The end of the longest run of chunks from `start` on that makes a line; `start` itself where not one fits. */
function lastFitting(words: readonly Word[], start: number, width: number): number {
  const room = width + tolerance;
  let taken = -words[start]!.leadingCut;
  let fitting = start;
  for (let i = start; i < words.length; ) {
    const end = chunkEnd(words, i);
    for (; i < end; i++) taken += words[i]!.width;
    const last = words[end - 1]!;
    if (taken - last.trailingCut > room) return fitting;
    if (!isSoftEnd(words, end) || taken + hyphenWidth(last) <= room) fitting = end;
    if (last.lineEnd) return end;
  }
  return fitting;
}

// Adding up widths in another order must not change where a line breaks.
const tolerance = 1e-6;

function hyphenWidth(word: Word): number {
  return widthLike(word, '-');
}

/** Whether a line that ends before a word ends in a hyphen. */
function isSoftEnd(words: readonly Word[], end: number): boolean {
  return words[end - 1]!.soft && end < words.length;
}

function lineOf(all: readonly Word[], start: number, end: number): BrokenLine {
  const words = start === 0 && end === all.length ? all : all.slice(start, end);
  if (!isSoftEnd(all, end)) return { words, isSoft: false };
  const last = words.at(-1)!;
  return { words: [...words.slice(0, -1), reworded(last, `${last.text}-`)], isSoft: true };
}

/** Divides a chunk that is wider than a line: as much as fits, but at least one character, and the rest. */
function divide(chunk: Chunk, width: number): [Word[], Word[]] {
  const head: Word[] = [];
  let left = width;
  for (const [i, word] of chunk.entries()) {
    if (word.width - word.leadingCut - word.trailingCut > left) {
      const count = fittingCharacters(word, left);
      const [first, second] = cutWord(word, head.length === 0 ? Math.max(1, count) : count);
      return [
        [...head, ...first],
        [...second, ...chunk.slice(i + 1)],
      ];
    }
    head.push(word);
    left -= word.width;
  }
  // All fits but the hyphen of a soft end: better no hyphen than one beyond the edge.
  return [head, []];
}

function fittingCharacters(word: Word, width: number): number {
  const characters = startOf(word.text);
  let fitting = 0;
  let high = characters.length;
  while (fitting < high) {
    const middle = Math.ceil((fitting + high) / 2);
    if (widthLike(word, characters.slice(0, middle).join('')) <= width) fitting = middle;
    else high = middle - 1;
  }
  return fitting;
}

/** The first characters of a word and the rest, each absent where it would be empty. */
function cutWord(word: Word, count: number): [Word[], Word[]] {
  if (count === 0) return [[], [word]];
  const start = startOf(word.text).slice(0, count).join('');
  if (start === word.text) return [[word], []];
  const first = { ...reworded(word, start), lineEnd: false, soft: false };
  return [[first], [shortened(word, first)]];
}

/** A word without its first part. While it is long its width is only good to tell that it is too wide. */
function shortened(word: Word, first: Word): Word {
  const text = word.text.slice(first.text.length);
  if (text.length <= longestLine) return reworded(word, text);
  return { ...word, text, width: word.width - word.leadingCut - first.width, leadingCut: 0 };
}

// More characters than any line holds. Shaping is dear: a word of 40,000 is looked at piece by piece.
const longestLine = 1000;

/** The characters, each with the marks that belong to it, of which a line can take some. */
function startOf(text: string): string[] {
  const clusters = text.slice(0, longestLine).match(/\P{M}\p{M}*|\p{M}+/gsu) ?? [];
  return text.length > longestLine && clusters.length > 1 ? clusters.slice(0, -1) : clusters;
}
