import { printedForm } from '../../../fonts/printed.ts';
import type { Word } from './page.ts';
import { TextInlines } from './pdfmake.ts';

/**
 * Measures words, and takes out of them what only concerned the breaking of lines before any of it reaches a font.
 * The words come from pdfmake's breaker, which breaks at soft hyphens because Unicode says so (UAX #14, class BA).
 */
export class WordMeasure extends TextInlines {
  override measure(words: Word[], styles: unknown): Word[] {
    for (const word of words) {
      if (word.text.endsWith('\u00ad')) word.soft = true;
      word.text = printedForm(word.text);
    }
    return super.measure(words, styles);
  }
}

/** Width in points of a text in the type of a word. */
export function widthLike(word: Word, text: string): number {
  return word.font.widthOfString(text, word.fontSize, word.fontFeatures);
}

/** The word with another text, freshly measured; what was cut at its ends belongs to the whole. */
export function reworded(word: Word, text: string): Word {
  return { ...word, text, width: widthLike(word, text), leadingCut: 0, trailingCut: 0 };
}
