import type { FontkitFont } from './shaping.ts';

/** What a reader is told of the looks of a font (ISO 32000-1, 9.8), but for its name and its program. */
export function describeFont(font: FontkitFont): string {
  const { bbox, italicAngle, ascent, descent, capHeight, xHeight } = font;
  const measure = (value: number): string => measureIn(font, value);
  const box = [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map(measure).join(' ');
  return [
    `/Flags ${flagsOf(font)} /FontBBox [${box}] /ItalicAngle ${rounded(italicAngle)}`,
    `/Ascent ${measure(ascent)} /Descent ${measure(descent)}`,
    `/CapHeight ${measure(capHeight || ascent)} /XHeight ${measure(xHeight || 0)} /StemV 0`,
  ].join(' ');
}

/** A length in units of the font, as the thousandths of an em that a PDF counts. */
function measureIn({ unitsPerEm }: FontkitFont, value: number): string {
  return rounded((value * 1000) / unitsPerEm);
}

/** A number as fine as any reader has it. */
export function rounded(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}

const fixedPitch = 1 << 0;
const serif = 1 << 1;
// Of glyphs that are known by number: none of them says which letter it is.
const symbolic = 1 << 2;
const script = 1 << 3;
const italic = 1 << 6;

function flagsOf({ post, head, ...font }: FontkitFont): number {
  const family = (font['OS/2']?.sFamilyClass ?? 0) >> 8;
  let flags = symbolic;
  if (post.isFixedPitch) flags |= fixedPitch;
  if (family >= 1 && family <= 7) flags |= serif;
  if (family === 10) flags |= script;
  if (head.macStyle.italic) flags |= italic;
  return flags;
}
