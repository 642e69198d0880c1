/**
 * Characters that only say where a line may or must break: layout acts on them and never hands them to a font.
 * A soft hyphen must not reach one, because in some fonts it shares the hyphen's glyph, and shaping then blanks
 * every hyphen of the document.
 */
const breakControls = /[\n\u00ad\u200b\u2060\ufeff]/gu;

/** Variation selectors ask for another form of the character before them, which no font of a brand has. */
const formSelectors = /[\ufe00-\ufe0f]/gu;

/**
 * Characters that differ from a plain one only in how they let a line break. Painted as the plain one: fonts give
 * both the same glyph, a PDF remembers one character a glyph, and searching for `2026-03 final` should find it.
 */
const plainTwins = /[\u00a0\u2011]/gu;

/** A text as it is handed to a font once its lines are broken. */
export function printedForm(text: string): string {
  return text
    .replace(breakControls, '')
    .replace(formSelectors, '')
    .replace(plainTwins, (character) => (character === '\u2011' ? '-' : ' '));
}
