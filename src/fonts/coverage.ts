import type { Font } from './font.ts';
import { printedForm } from './printed.ts';

/** The distinct characters of a text that a font cannot show, in the order of their first use. */
export function missingGlyphs(font: Font, text: string): string[] {
  const missing = new Set<string>();
  for (const character of printedForm(text)) {
    if (!font.hasGlyph(character.codePointAt(0)!)) missing.add(character);
  }
  return [...missing];
}
