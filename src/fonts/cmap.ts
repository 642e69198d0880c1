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

/**
 * The lookup of the subtable that engines for text take before all others; undefined where that one is in another
 * format, or not in order.
 */
export function readFirstCmap(cmap: DataView): GlyphLookup | undefined {
  const first = unicodeSubtables(cmap)[0];
  if (first === undefined) return undefined;
  const lengths: Readonly<Record<number, () => number>> = {
    4: () => first.getUint16(2),
    12: () => first.getUint32(4),
  };
  const length = lengths[first.getUint16(0)]?.() ?? 0;
  if (length < 16 || length > first.byteLength) return undefined;
  const subtable = new DataView(first.buffer, first.byteOffset, length);
  return isOrdered(spansOf(subtable)) ? (openFormat12(subtable) ?? openFormat4(subtable)) : undefined;
}

/** First and last code point of each group or segment. */
function* spansOf(table: DataView): Generator<readonly [first: number, last: number]> {
  if (table.getUint16(0) === 12) {
    for (let at = 16, left = table.getUint32(12); left > 0; left--, at += 12) {
      yield [table.getUint32(at), table.getUint32(at + 4)];
    }
    return;
  }
  const size = table.getUint16(6) & ~1;
  for (let at = 0; at < size; at += 2) yield [table.getUint16(16 + size + at), table.getUint16(14 + at)];
}

function isOrdered(spans: Iterable<readonly [first: number, last: number]>): boolean {
  let before = -1;
  for (const [first, last] of spans) {
    if (first <= before || last < first) return false;
    before = last;
  }
  return true;
}

// Platform and encoding of subtables for Unicode: all planes before the first one, Windows before others.
const preferred = ['3 10', '0 6', '0 4', '3 1', '0 3', '0 2', '0 1', '0 0'];

/** The subtables for Unicode, the best first. */
function unicodeSubtables(cmap: DataView): DataView[] {
  if (cmap.byteLength < 4) return [];
  const count = Math.min(cmap.getUint16(2), Math.floor((cmap.byteLength - 4) / 8));
  const subtables: { readonly rank: number; readonly table: DataView }[] = [];
  for (let i = 0; i < count; i++) {
    const record = 4 + i * 8;
    const rank = preferred.indexOf(`${cmap.getUint16(record)} ${cmap.getUint16(record + 2)}`);
    const offset = cmap.getUint32(record + 4);
    if (rank !== -1 && offset + 16 <= cmap.byteLength) {
      const table = new DataView(cmap.buffer, cmap.byteOffset + offset, cmap.byteLength - offset);
      subtables.push({ rank, table });
    }
  }
  return subtables.sort((a, b) => a.rank - b.rank).map(({ table }) => table);
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
