/**
 * How far each glyph moves the pen, in units of the font. Those past the last record share its advance: that is how fonts
 * of a fixed pitch are stored.
 */
export function readAdvances(hmtx: DataView, claimed: number): (glyph: number) => number {
  const records = Math.min(Math.max(claimed, 1), hmtx.byteLength >> 2);
  return (glyph) => hmtx.getUint16(Math.min(glyph, records - 1) * 4);
}
