/** V8 copies a shorter part of a text; of a longer one it keeps the place in the whole, and with it the whole. */
const shortestPart = 13;

const beyondLatin1 = /[^\u0000-\u00ff]/;
const scratch = Buffer.alloc(1 << 16);

/**
 * A text by itself, in as little memory as it takes: it keeps no file that it was read from, and takes one byte a character where
 * it can, though another text of its file takes two.
 */
export function ownText(text: string): string {
  if (text.length < shortestPart) return text;
  const encoding = beyondLatin1.test(text) ? 'utf16le' : 'latin1';
  if (text.length * 2 > scratch.length) return Buffer.from(text, encoding).toString(encoding);
  return scratch.toString(encoding, 0, scratch.write(text, encoding));
}
