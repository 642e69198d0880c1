import type { Word } from './page.ts';
import { reworded, widthLike } from './words.ts';

/** The words of one line; `isSoft` where the line ends inside a word, at a soft hyphen that is now a drawn one. */
export type BrokenLine = { readonly words: readonly Word[]; readonly isSoft: boolean };

/**
 * Breaks words into lines no wider than `width` points: each line takes what fits. A word that is wider than a whole
 * line is divided between any two characters, since text that runs off the page is lost.
 */
export function breakLines(words: readonly Word[], width: number): BrokenLine[] {
  const chunks = chunksOf(words);
  const lines: BrokenLine[] = [];
  let next = 0;
  while (next < chunks.length) {
    const end = lastFitting(chunks, next, width);
    if (end === next) {
      const [head, rest] = divide(chunks[next]!, width);
      lines.push({ words: head, isSoft: false });
      if (rest.length > 0) chunks[next] = rest;
      else next++;
    } else {
      lines.push(lineOf(chunks.slice(next, end), end === chunks.length));
      next = end;
    }
  }
  return lines;
}

/** Words that must stand on one line together. */
type Chunk = readonly Word[];

function chunksOf(words: readonly Word[]): Chunk[] {
  const chunks: Word[][] = [];
  let isOpen = false;
  for (const word of words) {
    if (isOpen) chunks.at(-1)!.push(word);
    else chunks.push([word]);
    isOpen = word.noNewLine && !word.lineEnd;
  }
  return chunks;
}

/** The end of the longest run of chunks from `start` on that makes a line; `start` itself where not one fits. */
function lastFitting(chunks: readonly Chunk[], start: number, width: number): number {
  const cut = chunks[start]![0]!.leadingCut;
  let taken = -cut;
  let end = start;
  for (let i = start; i < chunks.length; i++) {
    const chunk = chunks[i]!;
    const last = chunk.at(-1)!;
    taken += widthOf(chunk);
    if (taken - last.trailingCut > width + tolerance) return end;
    if (!isSoftEnd(chunk, i === chunks.length - 1) || taken + hyphenWidth(last) <= width + tolerance)
      end = i + 1;
    if (last.lineEnd) return i + 1;
  }
  return end;
}

// Adding up widths in another order must not change where a line breaks.
const tolerance = 1e-6;

function widthOf(chunk: Chunk): number {
  return chunk.reduce((sum, word) => sum + word.width, 0);
}

function hyphenWidth(word: Word): number {
  return widthLike(word, '-');
}

function isSoftEnd(chunk: Chunk, isLastOfAll: boolean): boolean {
  return chunk.at(-1)!.soft && !isLastOfAll;
}

function lineOf(chunks: readonly Chunk[], isLastOfAll: boolean): BrokenLine {
  const isSoft = isSoftEnd(chunks.at(-1)!, isLastOfAll);
  const words = chunks.flat();
  const last = words.at(-1)!;
  return { words: isSoft ? [...words.slice(0, -1), reworded(last, `${last.text}-`)] : words, isSoft };
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
