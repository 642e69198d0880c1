import { openSfnt } from '../../../fonts/sfnt.ts';
import { hasOutlines, subsetTrueType } from '../../../fonts/subset.ts';
import { deflatedWell } from './deflated.ts';
import { codesToPlaces, codesToText, placesName, widthsByNumber, widthsByPlace } from './glyph-maps.ts';
import type { Glyph } from './glyphs.ts';
import type { FontkitFont } from './shaping.ts';

/** What a file holds of a font with some of its glyphs, for as much as hangs on these alone. */
export type Subset = {
  /** Entries of the font's dictionary: of which kind the font is. */
  readonly kind: string;
  readonly program: PackedStream;
  /** Under which key the font's descriptor has the program. */
  readonly programKey: string;
  readonly widths: string;
  readonly unicode: PackedStream;
  /** What leads from codes to glyphs of the program, where these are not the same. */
  readonly encoding: PackedStream | undefined;
};

/** A stream that is deflated, and what its dictionary says beside that, with a blank behind it. */
export type PackedStream = { readonly entries: string; readonly content: Uint8Array };

/** What makes subsets of a font; glyphs come in the order of their numbers. */
export function subsetterOf(font: FontkitFont, bytes: Uint8Array): (glyphs: readonly Glyph[]) => Subset {
  const sfnt = openSfnt(bytes);
  if ('fault' in sfnt || !hasOutlines(sfnt)) return (glyphs) => subsetOfPostScript(font, glyphs);
  return (glyphs) => {
    const places: (number | undefined)[] = new Array(glyphs.at(-1)!.id + 1).fill(undefined);
    for (const id of [0, ...glyphs.map((glyph) => glyph.id)]) places[id] = id;
    const program = subsetTrueType(sfnt, places);
    return {
      kind: '/Subtype /CIDFontType2 /CIDToGIDMap /Identity',
      program: packed(program, `/Length1 ${program.length} `),
      programKey: 'FontFile2',
      widths: widthsByNumber(glyphs),
      unicode: packed(latin1(codesToText(glyphs))),
      encoding: undefined,
    };
  };
}

/** Outlines of PostScript's are written by fontkit, which puts the glyphs side by side. */
function subsetOfPostScript(font: FontkitFont, glyphs: readonly Glyph[]): Subset {
  const subset = font.createSubset();
  const others = glyphs.filter(({ id }) => id !== 0);
  for (const { id } of others) subset.includeGlyph(id);
  return {
    kind: '/Subtype /CIDFontType0',
    program: packed(subset.encode(), '/Subtype /CIDFontType0C '),
    programKey: 'FontFile3',
    widths: widthsByPlace(others),
    unicode: packed(latin1(codesToText(glyphs))),
    encoding: packed(
      latin1(codesToPlaces(others)),
      `/Type /CMap /CMapName ${placesName} /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> `,
    ),
  };
}

function packed(content: Uint8Array, entries = ''): PackedStream {
  return { entries, content: deflatedWell(content) };
}

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
