import { Recent } from '../../recent.ts';
import { describeFont } from './font-descriptor.ts';
import { type PackedStream, type Subset, subsetterOf } from './font-subset.ts';
import type { Glyph } from './glyphs.ts';
import type { ObjectReference } from './objects.ts';
import type { FontkitFont } from './shaping.ts';

/** The file that fonts are written into. */
export type FileOfFonts = {
  reserve(): ObjectReference;
  write(object: ObjectReference, body: string, stream?: Uint8Array): void;
};

/** A font as a document wants it: its name on the pages, its glyphs in the order of their numbers, and its object. */
export type WantedFont = {
  readonly id: string;
  readonly glyphs: readonly Glyph[];
  readonly reference: ObjectReference;
};

// Documents of a language differ in few letters.
const mostSubsets = 64;

/**
 * Writes a font into files, each time with the glyphs that are wanted there (ISO 32000-1, 9.7). Codes are the numbers that
 * glyphs have in the font itself, so nearly all that is written hangs on their set alone, and is kept for the next file.
 */
export class FontWriter {
  readonly #name: string;
  readonly #font: FontkitFont;
  readonly #subset: (glyphs: readonly Glyph[]) => Subset;
  readonly #subsets = new Recent<Subset>(mostSubsets);
  #description: string | undefined;

  constructor(font: FontkitFont, bytes: Uint8Array) {
    this.#name = String(font.postscriptName).replaceAll(' ', '_');
    this.#font = font;
    this.#subset = subsetterOf(font, bytes);
  }

  write(file: FileOfFonts, { id, glyphs, reference }: WantedFont): void {
    const key = glyphs.map((glyph) => `${glyph.id} ${glyph.characters}`).join('\n');
    const subset = this.#subsets.get(key, () => this.#subset(glyphs));
    this.#description ??= describeFont(this.#font);
    const name = `/${tagOf(id)}+${this.#name}`;
    const descriptor = file.reserve();
    const program = `/${subset.programKey} ${addStream(file, subset.program)}`;
    file.write(descriptor, `<</Type /FontDescriptor /FontName ${name} ${this.#description} ${program}>>`);
    const descendant = file.reserve();
    const system = '/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>';
    file.write(
      descendant,
      `<</Type /Font ${subset.kind} /BaseFont ${name} ${system} /FontDescriptor ${descriptor} /W [${subset.widths}]>>`,
    );
    const encoding = subset.encoding ? addStream(file, subset.encoding) : '/Identity-H';
    const unicode = `/ToUnicode ${addStream(file, subset.unicode)}`;
    file.write(
      reference,
      `<</Type /Font /Subtype /Type0 /BaseFont ${name} /Encoding ${encoding} /DescendantFonts [${descendant}] ${unicode}>>`,
    );
  }
}

function addStream(file: FileOfFonts, { entries, content }: PackedStream): ObjectReference {
  const object = file.reserve();
  file.write(object, `<<${entries}/Filter /FlateDecode /Length ${content.length}>>`, content);
  return object;
}

/** Six letters that tell the subsets of a file apart, from the number of the font: `BZZZZZ` for F1, `BAZZZZ` for F10. */
function tagOf(id: string): string {
  const letters = [...id.slice(1)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 17));
  return letters.join('').padEnd(6, 'Z');
}
