/** A font as pdfkit embeds it in one document, over the font that fontkit parsed. Measures in thousandths of an em. */
export type EmbeddedFont = {
  readonly ascender: number;
  readonly descender: number;
  readonly lineGap: number;
  /** The name of the font on the pages of its document. */
  readonly id: string;
  readonly font: ParsedFont;
  /** The characters that each glyph in the file says it stands for. */
  readonly unicode: readonly (readonly number[])[];
  /** The font's object in the file, made when it is first asked for. */
  ref(): unknown;
  widthOfString(text: string, size: number, features?: readonly string[]): number;
  /** Puts the glyphs of a text into the file: their numbers there, in hexadecimal, and where each one stands. */
  encode(text: string, features?: readonly string[]): [string[], GlyphPosition[]];
};

/** In thousandths of the size; `advanceWidth` is what a reader adds by itself. */
export type GlyphPosition = {
  readonly xAdvance: number;
  readonly advanceWidth: number;
  readonly xOffset: number;
  readonly yOffset: number;
};

/** The state that fontkit keeps of a font between two texts. */
type ParsedFont = {
  _glyphs: Record<number, unknown>;
  hasGlyphForCodePoint(codePoint: number): boolean;
};

type Maker = new (document: object, font: ParsedFont, id: string) => EmbeddedFont;

type Kept = { readonly font: ParsedFont; readonly embed: Maker };

// Parsing a font takes longer than setting a page in it. A handful of brands are in use at once.
const kept = new Map<string, Kept>();
const most = 16;

/**
 * Embeds a font in a document under an id, parsed only the first time it is met; `name` must be unique to the
 * content of the file, and `parse` is asked for the font as some other document would embed it.
 *
 * fontkit remembers for each glyph the first character that asked for it, and writes that one into the document. The
 * memory is emptied for every document, or a document would depend on those that were made before it.
 */
export function embedFont(
  document: object,
  name: string,
  id: string,
  parse: () => EmbeddedFont,
): EmbeddedFont {
  const { font, embed } = kept.get(name) ?? keep(name, parse());
  font._glyphs = {};
  return new embed(document, font, id);
}

function keep(name: string, parsed: EmbeddedFont): Kept {
  if (kept.size >= most) kept.delete(kept.keys().next().value!);
  const entry = { font: parsed.font, embed: parsed.constructor as Maker };
  kept.set(name, entry);
  return entry;
}

/**
 * An embedded font with the height of another: its glyphs then stand on the other's base line, and a line that holds
 * them is no taller. Painted text asks it as it would ask the font itself, and the file holds that font once.
 */
export function standInFor(font: EmbeddedFont, among: EmbeddedFont): EmbeddedFont {
  const { ascender, descender, lineGap } = among;
  return Object.assign(Object.create(font) as EmbeddedFont, {
    ascender,
    descender,
    lineGap,
    ref: () => font.ref(),
  });
}
