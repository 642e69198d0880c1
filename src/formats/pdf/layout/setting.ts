import type { AnnexDocument, DocumentFont, Look, TextStyle } from '../../../document/tree.ts';
import type { Font } from '../../../fonts/font.ts';
import { type FontStack, openStack, widthIn as widthInStack } from '../../../fonts/stack.ts';
import type { StandIn } from '../definition.ts';

/** What every part of layout needs to know of the document: its look, and the measures of its fonts. */
export type Setting = {
  readonly look: Look;
  /** Width of the column in which numbers hang. */
  readonly hang: number;
  /** The font of a style, and those that stand in for it. */
  readonly stackOf: (style: TextStyle) => FontStack;
  /** What runs call a font of the stack of a style. */
  readonly fontName: (style: TextStyle, font: number) => string;
  readonly standIns: ReadonlyMap<string, StandIn>;
  /** PNG files met on the way, by name: the engine is handed all of them together. */
  readonly images: Map<string, Uint8Array>;
  /** The pages that the members of a pack begin on. */
  readonly pages: PageNumbers;
};

/** Pages by the anchors of members. */
export type PageNumbers = ReadonlyMap<string, number>;

/** Opens the fonts. They were checked when the brand was read: one that does not open here is a bug. */
export function openSetting(document: AnnexDocument, pages: PageNumbers = new Map()): Setting {
  const { fonts } = document.look;
  const stacks = new Map(
    allFaces(document).map((font) => [font.name, openStackOf([font, ...fonts.fallback])]),
  );
  const nameOf = (style: TextStyle): string => fonts[style.face][style.weight].name;
  return {
    look: document.look,
    hang: document.page.hang,
    stackOf: (style) => stacks.get(nameOf(style))!,
    fontName: (style, font) =>
      font === 0 ? nameOf(style) : standInName(fonts.fallback[font - 1]!.name, nameOf(style)),
    standIns: new Map(
      allFaces(document).flatMap(({ name: among }) =>
        fonts.fallback.map(({ name: font }) => [standInName(font, among), { font, among }] as const),
      ),
    ),
    images: new Map(),
    pages,
  };
}

/** The font files of an annex that styles name. */
export function allFaces({ look }: AnnexDocument): DocumentFont[] {
  return [look.fonts.heading, look.fonts.body].flatMap((face) => [face[400], face[600]]);
}

function openStackOf(files: readonly DocumentFont[]): FontStack {
  const stack = openStack(files.map((file) => file.bytes));
  if (stack?.length !== files.length)
    throw new Error(`One of these fonts does not open: ${files.map(({ name }) => name).join(', ')}.`);
  return stack;
}

function standInName(font: string, among: string): string {
  return `${font} among ${among}`;
}

/** The font that a style names. */
export function fontOf(setting: Setting, style: TextStyle): Font {
  return setting.stackOf(style)[0];
}

/** Width in points of a text in a style, good to about a percent. */
export function widthIn(setting: Setting, style: TextStyle, text: string): number {
  const stack = setting.stackOf(style);
  // Figures of one width are as wide as the widest.
  const set = style.figures.length > 0 ? text.replace(/\d/gu, widestFigure(stack[0])) : text;
  return widthInStack(stack, set, style.size);
}

function widestFigure(font: Font): string {
  return [...'0123456789'].reduce((widest, figure) =>
    font.widthOf(figure, 1) > font.widthOf(widest, 1) ? figure : widest,
  );
}

/** Height in points of a capital in a style. */
export function capHeightIn(setting: Setting, style: TextStyle): number {
  const font = fontOf(setting, style);
  return (font.capHeight * style.size) / font.unitsPerEm;
}

/** Height in points from the top of a line to its base line. */
export function ascentIn(setting: Setting, style: TextStyle): number {
  const font = fontOf(setting, style);
  return (font.ascent * style.size) / font.unitsPerEm;
}
