import { openSfnt } from '../../../fonts/sfnt.ts';
import { hasOutlines, subsetTrueType } from '../../../fonts/subset.ts';
import { ObjectReference } from './objects.ts';
import { type FontkitFont, type Shaping, TextShaper } from './shaping.ts';

/** A font as pdfkit embeds it in one document, over the font that fontkit parsed. Measures in thousandths of an em. */
export type EmbeddedFont = FontHeights & {
  readonly lineGap: number;
  /** As the font file has it. */
  readonly name: string;
  readonly font: FontkitFont;
  /** The glyphs of the font that are put into the file, each under its place in the list. */
  readonly subset: {
    readonly glyphs: readonly number[];
    includeGlyph(id: number): number;
    encode(): Uint8Array;
  };
  /** How far each glyph in the file moves the pen, by its number there. */
  readonly widths: number[];
  /** The characters that each glyph in the file says it stands for. */
  readonly unicode: (readonly number[])[];
  /** The font's object in the file, made when it is first asked for. */
  ref(): FontObject;
};

/** pdfkit's reference to the object of a font, or one that is written as it is. */
type FontObject = { readonly id: number } | ObjectReference;

/** Above the base line, below it (as a negative number), and between lines. */
type FontHeights = {
  readonly ascender: number;
  readonly descender: number;
};

type Maker = new (document: object, font: FontkitFont, id: string) => EmbeddedFont;

/** A font of one document: what words are measured by, and what their glyphs are in the file. */
export class DocumentFont {
  /** The name of the font on the pages of its document. */
  readonly id: string;
  readonly ascender: number;
  readonly descender: number;
  /** The font as the file holds it; fonts that stand in for another share it with the font itself. */
  readonly embedded: EmbeddedFont;
  readonly #shaper: TextShaper;

  constructor(id: string, embedded: EmbeddedFont, shaper: TextShaper, heights: FontHeights = embedded) {
    this.id = id;
    this.embedded = embedded;
    this.#shaper = shaper;
    this.ascender = heights.ascender;
    this.descender = heights.descender;
  }

  /** Shaping with features of the font. */
  shapeWith(features: readonly string[] | undefined): Shaping {
    return this.#shaper.with(features);
  }

  /** Height in points of a line in a size in points. */
  lineHeight(size: number): number {
    return ((this.ascender - this.descender) / 1000) * size;
  }

  /** Whether the file holds any of its glyphs, beside the one for what is missing. */
  get isUsed(): boolean {
    return this.embedded.subset.glyphs.length > 1;
  }

  /** The font for another document of the same file: it refers to this one's, and adds nothing to it. */
  borrowed(): DocumentFont {
    return new DocumentFont(this.id, borrow(this.embedded), this.#shaper, this);
  }

  /**
   * The font with the height of another: its glyphs then stand on the other's base line, and a line that holds them is
   * no taller. The file holds the font once.
   */
  among(other: DocumentFont): DocumentFont {
    return new DocumentFont(this.id, this.embedded, this.#shaper, other.embedded);
  }
}

/** A glyph or font that a borrowed font does not have; what wants it is set with fonts of its own. */
export class NotBorrowed extends Error {}

/** The font as another document's file holds it, with the glyphs that are there by now and no others. */
function borrow(embedded: EmbeddedFont): EmbeddedFont {
  const { name, font, ascender, descender, lineGap, widths, unicode } = embedded;
  const glyphs = [...embedded.subset.glyphs];
  const codes = new Map(glyphs.map((glyph, code) => [glyph, code]));
  // pdfkit's own reference would hold the document of the lender, with all of its pages, for as long as the font is lent.
  const reference = referTo(embedded.ref());
  const includeGlyph = (id: number): number => {
    const code = codes.get(id);
    if (code === undefined) throw new NotBorrowed(`${name} has no glyph ${id} here.`);
    return code;
  };
  const encode = (): never => {
    throw new Error('A borrowed font is written by the document that lends it.');
  };
  const subset = { glyphs, includeGlyph, encode };
  return { name, font, ascender, descender, lineGap, widths, unicode, subset, ref: () => reference };
}

function referTo(object: FontObject): ObjectReference {
  return object instanceof ObjectReference ? object : new ObjectReference(object.id);
}

/** A font file; `name` is unique to its content. */
export type FontFile = { readonly name: string; readonly bytes: Uint8Array };

type Kept = {
  readonly font: FontkitFont;
  readonly embed: Maker;
  readonly shaper: TextShaper;
  /** Writes the font with some of its glyphs; undefined where only fontkit can do that. */
  readonly subset: ((glyphs: readonly number[]) => Uint8Array) | undefined;
};

// Parsing a font takes longer than setting a page in it. A handful of brands are in use at once.
const kept = new Map<string, Kept>();
const most = 16;

/**
 * Embeds a font in a document under an id, parsed only the first time it is met; `parse` is asked for the font as some
 * other document would embed it. What is kept of a font says nothing of the documents that it stood in.
 */
export function embedFont(
  document: object,
  file: FontFile,
  id: string,
  parse: (bytes: Uint8Array) => EmbeddedFont,
): DocumentFont {
  const { font, embed, shaper, subset } = kept.get(file.name) ?? keep(file, parse(file.bytes));
  const embedded = new embed(document, font, id);
  if (subset) embedded.subset.encode = () => subset(embedded.subset.glyphs);
  return new DocumentFont(id, embedded, shaper);
}

function keep({ name, bytes }: FontFile, parsed: EmbeddedFont): Kept {
  if (kept.size >= most) kept.delete(kept.keys().next().value!);
  const { font } = parsed;
  const embed = parsed.constructor as Maker;
  const entry = { font, embed, shaper: new TextShaper(font, bytes), subset: subsetterOf(bytes) };
  kept.set(name, entry);
  return entry;
}

/** fontkit takes a font apart value by value to write a part of it; TrueType outlines can be copied as they are. */
function subsetterOf(bytes: Uint8Array): Kept['subset'] {
  const sfnt = openSfnt(bytes);
  if ('fault' in sfnt || !hasOutlines(sfnt)) return undefined;
  return (glyphs) => subsetTrueType(sfnt, glyphs);
}
