import type { AnnexDocument, DocumentFont, Face, Look, TextStyle, Weight } from '../../../document/tree.ts';
import { type Font, openFont } from '../../../fonts/font.ts';
import type { Run } from '../definition.ts';

/** What every part of layout needs to know of the document: its look, and the measures of its fonts. */
export type Setting = {
  readonly look: Look;
  /** Width of the column in which numbers hang. */
  readonly hang: number;
  readonly fontOf: (style: TextStyle) => Font;
  readonly fontName: (style: TextStyle) => string;
  /** PNG files met on the way, by name: the engine is handed all of them together. */
  readonly images: Map<string, Uint8Array>;
};

/** Opens the fonts. They were checked when the brand was read: one that does not open here is a bug. */
export function openSetting(document: AnnexDocument): Setting {
  const fileOf = (face: Face, weight: Weight): DocumentFont => document.look.fonts[face][weight];
  return {
    look: document.look,
    hang: document.page.hang,
    fontOf: (style) => fontIn(fileOf(style.face, style.weight)),
    fontName: (style) => fileOf(style.face, style.weight).name,
    images: new Map(),
  };
}

function fontIn(file: DocumentFont): Font {
  const opened = openFont(file.bytes);
  if ('fault' in opened) throw new Error(`Font ${file.name}: ${opened.fault}.`);
  return opened.font;
}

/** The attributes that set a run in a style. */
export function typeOf(setting: Setting, style: TextStyle): Omit<Run, 'text' | 'source'> {
  const font = setting.fontOf(style);
  return {
    font: setting.fontName(style),
    fontSize: style.size,
    // The engine takes line height as a multiple of ascent and descent; what is over falls below the line.
    lineHeight: (style.leading * font.unitsPerEm) / ((font.ascent + font.descent) * style.size),
    color: style.colour,
    alignment: style.align,
    ...(style.features.length > 0 && { fontFeatures: style.features }),
  };
}

/** Width in points of a text in a style, good to about a percent. */
export function widthIn(setting: Setting, style: TextStyle, text: string): number {
  return setting.fontOf(style).widthOf(text, style.size);
}

/** Height in points of a capital in a style. */
export function capHeightIn(setting: Setting, style: TextStyle): number {
  const font = setting.fontOf(style);
  return (font.capHeight * style.size) / font.unitsPerEm;
}

/** Height in points from the top of a line to its base line. */
export function ascentIn(setting: Setting, style: TextStyle): number {
  const font = setting.fontOf(style);
  return (font.ascent * style.size) / font.unitsPerEm;
}
