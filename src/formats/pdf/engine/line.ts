import type { TextNode } from '../definition.ts';
import type { BrokenLine } from './lines.ts';
import type { Word } from './word.ts';

/** A line of a paragraph and, once it is placed, its top left corner on the page. Lengths in points. */
export class PlacedLine {
  x = 0;
  y = 0;
  /** The paragraph that it belongs to. */
  readonly node: TextNode;
  readonly inlines: readonly Word[];
  readonly isFirst: boolean;
  /** Whether it ends inside a word. */
  readonly isSoft: boolean;
  /** Without the white at its ends. */
  readonly width: number;
  readonly height: number;
  /** From its top to its base line. */
  readonly ascent: number;

  /** Gives the words their places in the line. */
  constructor(node: TextNode, { words, isSoft }: BrokenLine, isFirst: boolean) {
    let [x, height, ascent] = [words.length > 0 ? -words[0]!.leadingCut : 0, 0, 0];
    for (const word of words) {
      word.x = x;
      x += word.width;
      height = Math.max(height, word.height);
      ascent = Math.max(ascent, (word.font.ascender / 1000) * word.fontSize);
    }
    this.node = node;
    this.inlines = words;
    this.isFirst = isFirst;
    this.isSoft = isSoft;
    this.width = words.length > 0 ? x - words.at(-1)!.trailingCut : 0;
    this.height = height;
    this.ascent = ascent;
    if (node.slots) centreInSlots(words, node.slots.centres);
  }

  getAscenderHeight(): number {
    return this.ascent;
  }

  /** The same words at another place. */
  shifted(x: number, y: number): PlacedLine {
    const line = Object.create(PlacedLine.prototype) as PlacedLine;
    return Object.assign(line, this, { x: this.x + x, y: this.y + y });
  }
}

function centreInSlots(words: readonly Word[], centres: readonly number[]): void {
  for (const [i, word] of words.entries()) {
    word.x = centres[i]! - (word.width - word.trailingCut) / 2;
  }
}
