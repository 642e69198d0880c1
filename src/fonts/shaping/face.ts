import { readAdvances } from '../advances.ts';
import { type GlyphLookup, readFirstCmap } from '../cmap.ts';
import type { Sfnt } from '../sfnt.ts';
import { readClasses } from './classes.ts';
import { LookupTable } from './lookups.ts';
import { placing } from './placing.ts';
import { Refusal } from './refusal.ts';
import type { GlyphKinds } from './run.ts';
import { substituting } from './substituting.ts';

/** What shaping asks of a font. */
export type Face = {
  readonly glyphOf: GlyphLookup;
  /** How far a glyph moves the pen, in units of the font. */
  readonly advanceOf: (glyph: number) => number;
  readonly kinds: GlyphKinds;
  readonly substitutions: LookupTable | undefined;
  readonly placements: LookupTable;
  /** Whether it has kerning of the old kind, for features that have none. */
  readonly hasOldKerning: boolean;
};

// Glyphs that change with an axis, by states of Apple's tables, or whose pictures are no outlines of TrueType.
const others = ['fvar', 'morx', 'CFF ', 'CFF2', 'sbix', 'COLR'];

/** Reads what is needed of a font before its first text. Throws `Refusal` for a font that is not for this room. */
export function readFace({ tables }: Sfnt): Face {
  const table = (tag: string): DataView | undefined => {
    const found = tables.get(tag);
    return found?.byteLength ? found : undefined;
  };
  const needed = (tag: string): DataView => {
    const found = table(tag);
    if (found === undefined) throw new Refusal(`no table ${tag}`);
    return found;
  };
  if (others.some((tag) => tables.has(tag)) || !tables.has('glyf')) throw new Refusal('another kind of font');
  const glyphCount = needed('maxp').getUint16(4);
  const glyphOf = readFirstCmap(needed('cmap'));
  if (glyphOf === undefined) throw new Refusal('another kind of character map');
  const substitutions = table('GSUB');
  return {
    glyphOf,
    advanceOf: advancesOf(needed('hmtx'), needed('hhea').getUint16(34)),
    kinds: readKinds(needed('GDEF'), glyphCount),
    substitutions: substitutions && new LookupTable(substitutions, substituting, glyphCount),
    placements: new LookupTable(needed('GPOS'), placing, glyphCount),
    hasOldKerning: table('kern') !== undefined,
  };
}

function advancesOf(hmtx: DataView, count: number): (glyph: number) => number {
  if (count === 0 || hmtx.byteLength < count * 4) throw new Refusal('advances that are missing');
  return readAdvances(hmtx, count);
}

/** Which glyphs are marks, and of which kind (OpenType specification, "GDEF"). */
function readKinds(bytes: DataView, glyphCount: number): GlyphKinds {
  if (![0x00010000, 0x00010002, 0x00010003].includes(bytes.getUint32(0))) {
    throw new Refusal('kinds of glyphs that are not known');
  }
  const [classes, attachments] = [4, 10].map((at) => {
    const offset = bytes.getUint16(at);
    return offset === 0 ? undefined : readClasses(bytes, offset, glyphCount);
  });
  if (classes === undefined) throw new Refusal('no kinds of glyphs');
  return { classes, attachments };
}
