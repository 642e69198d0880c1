import { XmlElement, XmlText } from '@rgrove/parse-xml';
import { localName } from './parse.ts';

/** What a `source` or `target` says. */
export type Inline = {
  readonly text: string;
  /** Whether there are codes in it, which stand for something that is no text. */
  readonly hasCodes: boolean;
};

// Marks around text, of 1.2 and 2.x: what is in them is text, and they say nothing of it that is kept here.
const marks = new Set(['mrk', 'sm', 'em']);

/** Reads the content of an element as text. A code that a tool put in (`ph`, `pc`, `g`, ...) is noted, never guessed. */
export function readInline(element: XmlElement): Inline {
  let hasCodes = false;
  const textOf = (parent: XmlElement): string =>
    parent.children
      .map((node) => {
        if (node instanceof XmlText) return node.text;
        if (!(node instanceof XmlElement)) return '';
        if (localName(node) === 'cp') return codePoint(node.attributes.hex ?? '');
        hasCodes ||= !marks.has(localName(node));
        return textOf(node);
      })
      .join('');
  return { text: textOf(element), hasCodes };
}

/** The character of a `cp` element (XLIFF 2.1, 4.2.3.1). */
function codePoint(hex: string): string {
  const value = /^[0-9a-f]{1,6}$/i.test(hex) ? Number.parseInt(hex, 16) : Number.NaN;
  return value <= 0x10ffff ? String.fromCodePoint(value) : '\ufffd';
}
