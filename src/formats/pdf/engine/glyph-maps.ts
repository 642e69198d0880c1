import { rounded } from './font-descriptor.ts';
import type { Glyph } from './glyphs.ts';

/** How far glyphs move the pen, by their numbers: those that follow each other are told as a list (ISO 32000-1, 9.7.4.3). */
export function widthsByNumber(glyphs: readonly Glyph[]): string {
  let widths = '';
  let next: number | undefined;
  for (const { id, advance } of glyphs) {
    widths +=
      id === next ? ` ${rounded(advance)}` : `${next === undefined ? '' : ']'}${id}[${rounded(advance)}`;
    next = id + 1;
  }
  return `${widths}]`;
}

/** The same by their places, counted from 1. */
export function widthsByPlace(glyphs: readonly Glyph[]): string {
  return `1[${glyphs.map(({ advance }) => rounded(advance)).join(' ')}]`;
}

/** What glyphs say, by their codes (ISO 32000-1, 9.10.3). */
export function codesToText(glyphs: readonly Glyph[]): string {
  const lines = inRanges(glyphs).map((range) => {
    const [first, last] = [range[0]!, range.at(-1)!];
    const said = range.map(({ characters }) => characters);
    const text = doCountOn(said) ? inHex(said[0]!) : `[${said.map(inHex).join('')}]`;
    return `<${hex(first.id)}><${hex(last.id)}>${text}`;
  });
  return resource('/Adobe-Identity-UCS', '/CMapType 2 def', 'UCS', blocks('bfrange', lines));
}

/**
 * Whether texts follow each other in their last byte alone, as a range of them does that only names the first. One that is empty,
 * as of the second glyph of a letter that is shown by two, has to stand in a list: by itself it would be no text at all.
 */
function doCountOn(texts: readonly string[]): boolean {
  return texts.every((text, i) => {
    const before = texts[i - 1];
    if (before === undefined) return text !== '';
    return before.length === 1 && isNext(before.charCodeAt(0), text.charCodeAt(0)) && text.length === 1;
  });
}

function inHex(text: string): string {
  return `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

/** The name of the map that `codesToPlaces` writes. */
export const placesName = '/Glyphs-Identity-H';

/** Which place each glyph has in a program that holds these and no other, by its code (ISO 32000-1, 9.7.5.4). */
export function codesToPlaces(glyphs: readonly Glyph[]): string {
  const placed = glyphs.map(({ id }, i) => ({ id, place: i + 1 }));
  const lines = inRanges(placed).map((range) => {
    const [first, last] = [range[0]!, range.at(-1)!];
    return `<${hex(first.id)}><${hex(last.id)}>${first.place}`;
  });
  return resource(placesName, '/CMapType 1 def\n/WMode 0 def', 'Identity', blocks('cidrange', lines));
}

/** Codes that follow each other in their last byte alone. */
function inRanges<Coded extends { readonly id: number }>(codes: readonly Coded[]): Coded[][] {
  const ranges: Coded[][] = [];
  for (const code of codes) {
    const range = ranges.at(-1);
    if (range && isNext(range.at(-1)!.id, code.id)) range.push(code);
    else ranges.push([code]);
  }
  return ranges;
}

function isNext(one: number, other: number): boolean {
  return other === one + 1 && (other & 0xff) !== 0;
}

// No block may be longer.
const linesInBlock = 100;

function blocks(name: string, lines: readonly string[]): string {
  let written = '';
  for (let at = 0; at < lines.length; at += linesInBlock) {
    const block = lines.slice(at, at + linesInBlock);
    written += `${block.length} begin${name}\n${block.join('\n')}\nend${name}\n`;
  }
  return written;
}

/** A CMap of codes of two bytes. */
function resource(name: string, kind: string, ordering: string, body: string): string {
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (${ordering}) /Supplement 0>> def
/CMapName ${name} def
${kind}
1 begincodespacerange
<0000><ffff>
endcodespacerange
${body}endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}
