import { readAdvances } from './advances.ts';
import { type GlyphLookup, readCmap } from './cmap.ts';
import { openSfnt } from './sfnt.ts';

/** What layout and the catalogue ask of a font. All measures in font units unless said otherwise. */
export type Font = {
  readonly unitsPerEm: number;
  /** Above the base line; from `hhea`, as the PDF engine has it. */
  readonly ascent: number;
  /** Below the base line, as a positive number. */
  readonly descent: number;
  readonly capHeight: number;
  readonly hasGlyph: (codePoint: number) => boolean;
  readonly advance: (codePoint: number) => number;
  /** Width of a text in points at a size in points; without kerning, so good to about a percent. */
  readonly widthOf: (text: string, size: number) => number;
};

export type OpenedFont = { readonly font: Font } | { readonly fault: string };

// Keyed by the bytes themselves: an entry lives as long as somebody holds the font, and no longer.
const opened = new WeakMap<Uint8Array, OpenedFont>();

/** Opens a TrueType or OpenType file; `fault` says in half a sentence why that is not possible. Never throws. */
export function openFont(bytes: Uint8Array): OpenedFont {
  const known = opened.get(bytes);
  if (known !== undefined) return known;
  const result = readFont(bytes);
  opened.set(bytes, result);
  return result;
}

function readFont(bytes: Uint8Array): OpenedFont {
  const sfnt = openSfnt(bytes);
  if ('fault' in sfnt) return sfnt;
  const tables = new Map<string, DataView>();
  for (const [tag, least] of leastLengths) {
    const table = sfnt.tables.get(tag);
    if (table === undefined) return { fault: `the font lacks its table '${tag}'` };
    if (table.byteLength < least) return { fault: `the font's table '${tag}' is cut off` };
    tables.set(tag, table);
  }
  const glyphOf = readCmap(tables.get('cmap')!);
  if (glyphOf === undefined) return { fault: 'the font has no Unicode character map' };
  const unitsPerEm = tables.get('head')!.getUint16(18);
  if (unitsPerEm === 0) return { fault: "the font's table 'head' gives no units per em" };
  return { font: describe(tables, glyphOf, unitsPerEm, sfnt.tables.get('OS/2')) };
}

const leastLengths: ReadonlyMap<string, number> = new Map([
  ['head', 54],
  ['hhea', 36],
  ['maxp', 6],
  ['hmtx', 4],
  ['cmap', 4],
]);

function describe(
  tables: ReadonlyMap<string, DataView>,
  glyphOf: GlyphLookup,
  unitsPerEm: number,
  os2: DataView | undefined,
): Font {
  const hhea = tables.get('hhea')!;
  const advanceOf = readAdvances(tables.get('hmtx')!, hhea.getUint16(34));
  const advance = (codePoint: number): number => advanceOf(glyphOf(codePoint));
  return {
    unitsPerEm,
    ascent: hhea.getInt16(4),
    descent: -hhea.getInt16(6),
    capHeight: readCapHeight(os2) ?? Math.round(unitsPerEm * 0.68),
    hasGlyph: (codePoint) => glyphOf(codePoint) !== 0,
    advance,
    widthOf: (text, size) => {
      let width = 0;
      for (const character of text) width += advance(character.codePointAt(0)!);
      return (width * size) / unitsPerEm;
    },
  };
}

/** The table knows cap height from its version 2 on; older fonts do not say. */
function readCapHeight(os2: DataView | undefined): number | undefined {
  if (os2 === undefined || os2.byteLength < 90 || os2.getUint16(0) < 2) return undefined;
  return os2.getInt16(88) || undefined;
}
