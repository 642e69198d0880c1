import { type Font, openFont } from './font.ts';
import { printedForm } from './printed.ts';

/** A font, and those that stand in for it where it lacks a character, in the order in which they are asked. */
export type FontStack = readonly [Font, ...Font[]];

/** A stretch of a text that one font of a stack shows; `font` is its place in the stack. */
export type Stretch = { readonly text: string; readonly font: number };

/** Opens font files as a stack; undefined where the first cannot be used. Another one that cannot is left out. */
export function openStack(files: readonly Uint8Array[]): FontStack | undefined {
  const [first, ...others] = files.map(openFont);
  if (first === undefined || !('font' in first)) return undefined;
  return [first.font, ...others.flatMap((opened) => ('font' in opened ? [opened.font] : []))];
}

/**
 * Divides a text by the fonts that show it: each character, with the marks that belong to it, by the first font that
 * has all of them. What no font has stays with the first one.
 */
export function divideByFont(stack: FontStack, text: string): Stretch[] {
  if (stack.length === 1 || text === '') return [{ text, font: 0 }];
  const stretches: { text: string; font: number }[] = [];
  for (const cluster of clustersOf(text)) {
    const font = Math.max(0, fontFor(stack, cluster));
    const last = stretches.at(-1);
    if (last?.font === font) last.text += cluster;
    else stretches.push({ text: cluster, font });
  }
  return stretches;
}

/** The place in the stack of the first font that shows a whole text; -1 where none does. */
export function fontFor(stack: FontStack, text: string): number {
  return stack.findIndex((font) => lackedBy(font, text).length === 0);
}

/** The distinct characters of a text that no font of a stack can show, in the order of their first use. */
export function missingGlyphs(stack: FontStack, text: string): string[] {
  const unshown = clustersOf(text).filter((cluster) => fontFor(stack, cluster) < 0);
  return [...new Set(unshown.flatMap((cluster) => lackedBy(stack[0], cluster)))];
}

/** Width of a text in points at a size in points; without kerning, so good to about a percent. */
export function widthIn(stack: FontStack, text: string, size: number): number {
  const widths = divideByFont(stack, text).map((stretch) => stack[stretch.font]!.widthOf(stretch.text, size));
  return widths.reduce((sum, width) => sum + width, 0);
}

/** Characters, each with the marks that stand on it. */
function clustersOf(text: string): string[] {
  return text.match(/\P{M}\p{M}*|\p{M}+/gsu) ?? [];
}

function lackedBy(font: Font, text: string): string[] {
  return [...printedForm(text)].filter((character) => !font.hasGlyph(character.codePointAt(0)!));
}
