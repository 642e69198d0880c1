import { type FileOfFonts, FontWriter } from './font-writer.ts';
import type { Glyph } from './glyphs.ts';
import type { ObjectReference } from './objects.ts';
import { type FontkitFont, type Shaping, TextShaper } from './shaping.ts';

/** Above the base line, and below it as a negative number. In thousandths of an em. */
type FontHeights = {
  readonly ascender: number;
  readonly descender: number;
};

/** A font of one document: what words are measured by, and what the file holds of it. */
export class DocumentFont {
  /** The name of the font on the pages of its document. */
  readonly id: string;
  readonly ascender: number;
  readonly descender: number;
  /** The font as the file holds it; fonts that stand in for another share it with the font itself. */
  readonly embedded: EmbeddedFont;
  readonly #shaper: TextShaper;

  constructor(id: string, embedded: EmbeddedFont, shaper: TextShaper, heights: FontHeights) {
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

  /** The font for another document of the same file: it refers to this one's, and adds nothing to it. */
  borrowed(): DocumentFont {
    return new DocumentFont(this.id, this.embedded.borrowed(), this.#shaper, this);
  }

  /**
   * The font with the height of another: its glyphs then stand on the other's base line, and a line that holds them is
   * no taller. The file holds the font once.
   */
  among(other: DocumentFont): DocumentFont {
    return new DocumentFont(this.id, this.embedded, this.#shaper, other);
  }
}

/** What a file holds of a font: the glyphs that were asked for, under the numbers that they have in the font. */
export class EmbeddedFont {
  /** As the font file has it. */
  readonly name: string;
  /** By their numbers. Each says in the file what it stood for the first time. */
  protected readonly held: (Glyph | undefined)[];
  readonly #reserve: () => ObjectReference;
  #reference: ObjectReference | undefined;

  constructor(name: string, held: (Glyph | undefined)[], reserve: () => ObjectReference) {
    this.name = name;
    this.held = held;
    this.#reserve = reserve;
  }

  /** The font's object in the file, made when it is first asked for. */
  get reference(): ObjectReference {
    this.#reference ??= this.#reserve();
    return this.#reference;
  }

  /** Puts glyphs into the file. Tells whether all of them say there what they stand for here. */
  include(glyphs: readonly Glyph[]): boolean {
    let areTrue = true;
    for (const glyph of glyphs) {
      const held = this.held[glyph.id] ?? this.add(glyph);
      if (held !== glyph) areTrue = false;
    }
    return areTrue;
  }

  protected add(glyph: Glyph): Glyph {
    this.held[glyph.id] = glyph;
    return glyph;
  }

  get isUsed(): boolean {
    return this.glyphs.length > 0;
  }

  /** The glyphs in the file, in the order of their numbers. */
  get glyphs(): readonly Glyph[] {
    return this.held.filter((glyph) => glyph !== undefined);
  }

  /** What the glyph under a number says. */
  said(id: number): string | undefined {
    return this.held[id]?.characters;
  }

  /** The font as another document of the same file refers to it, with the glyphs that are there by now and no others. */
  borrowed(): EmbeddedFont {
    const { reference } = this;
    return new BorrowedFont(this.name, [...this.held], () => reference);
  }
}

/** A glyph or font that a borrowed font does not have; what wants it is set with fonts of its own. */
export class NotBorrowed extends Error {}

/** A font that is written by the document that lends it. */
class BorrowedFont extends EmbeddedFont {
  protected override add({ id }: Glyph): never {
    throw new NotBorrowed(`${this.name} has no glyph ${id} here.`);
  }
}

/** A font file; `name` is unique to its content. */
export type FontFile = { readonly name: string; readonly bytes: Uint8Array };

type Kept = {
  readonly font: FontkitFont;
  readonly heights: FontHeights;
  readonly shaper: TextShaper;
  readonly writer: FontWriter;
};

// Parsing a font takes longer than setting a page in it. A handful of brands are in use at once.
const kept = new Map<string, Kept>();
const most = 16;

/** A font in a document, and what writes it into the file when all of its glyphs are known. */
export type OpenedFont = { readonly font: DocumentFont; readonly write: () => void };

/**
 * Opens a font in a document under an id, parsed by `parse` only the first time that it is met. What is kept of a font says
 * nothing of the documents that it stood in.
 */
export function openFont(
  document: FileOfFonts,
  file: FontFile,
  id: string,
  parse: (bytes: Uint8Array) => FontkitFont,
): OpenedFont {
  const { font, heights, shaper, writer } = kept.get(file.name) ?? keep(file, parse(file.bytes));
  const name = String(font.postscriptName);
  const embedded = new EmbeddedFont(name, new Array(font.numGlyphs), () => document.reserve());
  return {
    font: new DocumentFont(id, embedded, shaper, heights),
    write: () => {
      const { glyphs } = embedded;
      if (glyphs.length > 0) writer.write(document, { id, glyphs, reference: embedded.reference });
    },
  };
}

function keep({ name, bytes }: FontFile, font: FontkitFont): Kept {
  if (kept.size >= most) kept.delete(kept.keys().next().value!);
  const scale = 1000 / font.unitsPerEm;
  const heights = { ascender: font.ascent * scale, descender: font.descent * scale };
  const entry = { font, heights, shaper: new TextShaper(font, bytes), writer: new FontWriter(font, bytes) };
  kept.set(name, entry);
  return entry;
}
