/** Finds the glyph of a code point; 0 where the font has none. */
export type GlyphLookup = (codePoint: number) => number;

/**
 * The lookup that a `cmap` table offers for Unicode: format 12 (all planes) before format 4 (the first plane).
 * OpenType specification, "cmap". Undefined where the table holds neither.
 */
export function readCmap(cmap: DataView): GlyphLookup | undefined {
  const subtables = unicodeSubtables(cmap);
  for (const open of [openFormat12, openFormat4]) {
    for (const subtable of subtables) {
      const lookup = open(subtable);
      if (lookup !== undefined) return lookup;
    }
  }
  return undefined;
}

function unicodeSubtables(cmap: DataView): DataView[] {
  if (cmap.byteLength < 4) return [];
  const count = Math.min(cmap.getUint16(2), Math.floor((cmap.byteLength - 4) / 8));
  const subtables: DataView[] = [];
  for (let i = 0; i < count; i++) {
    const record = 4 + i * 8;
    const platform = cmap.getUint16(record);
    const encoding = cmap.getUint16(record + 2);
    const offset = cmap.getUint32(record + 4);
    const isUnicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    if (isUnicode && offset + 16 <= cmap.byteLength) {
      subtables.push(new DataView(cmap.buffer, cmap.byteOffset + offset, cmap.byteLength - offset));
    }
  }
  return subtables;
}

/** Segmented coverage: sorted groups of (first code point, last code point, first glyph). */
function openFormat12(table: DataView): GlyphLookup | undefined {
  if (table.getUint16(0) !== 12) return undefined;
  const groups = Math.min(table.getUint32(12), Math.floor((table.byteLength - 16) / 12));
  return (codePoint) => {
    const group = 16 + 12 * firstIndex(groups, (i) => table.getUint32(16 + i * 12 + 4) >= codePoint);
    if (group >= 16 + groups * 12) return 0;
    const start = table.getUint32(group);
    return start <= codePoint ? table.getUint32(group + 8) + codePoint - start : 0;
  };
}

/** Segment mapping to delta values: four parallel arrays, sorted by the segments' last code points. */
function openFormat4(table: DataView): GlyphLookup | undefined {
  if (table.getUint16(0) !== 4) return undefined;
  const claimed = table.getUint16(6) >> 1;
  const segments = Math.min(claimed, Math.floor((table.byteLength - 16) / 8));
  const array = (k: number): number => 14 + k * segments * 2 + (k > 0 ? 2 : 0);
  const [ends, starts, deltas, offsets] = [array(0), array(1), array(2), array(3)];
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    const segment = firstIndex(segments, (i) => table.getUint16(ends + i * 2) >= codePoint);
    if (segment === segments) return 0;
    const start = table.getUint16(starts + segment * 2);
    if (start > codePoint) return 0;
    const delta = table.getUint16(deltas + segment * 2);
    const rangeOffset = table.getUint16(offsets + segment * 2);
    if (rangeOffset === 0) return (codePoint + delta) & 0xffff;
    // The offset counts from where it stands itself.
    const position = offsets + segment * 2 + rangeOffset + (codePoint - start) * 2;
    if (position + 2 > table.byteLength) return 0;
    const glyph = table.getUint16(position);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}

/** The first index of a sorted run for which `reached` holds, or `length`: a binary search. */
function firstIndex(length: number, reached: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
