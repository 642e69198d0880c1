import type { Look } from '../../document/tree.ts';

/** The colours of the page by what they are for, in light and in the dark. */
export type Palette = { readonly light: Colours; readonly dark: Colours };
export type Colours = ReadonlyMap<string, string>;

/** Contrast that WCAG 2.2 asks of text, and of shapes that carry meaning. */
const least = { text: 4.5, shape: 3 } as const;

const paper = '#FFFFFF';

/** The colours of a look. Text that is not of one of them is given a name by `textColour`. */
export function paletteOf(look: Look): Palette {
  const { colour, dark } = look;
  const isLegible = [paper, colour.tint].every((under) => contrast(colour.accent, under) >= least.text);
  return {
    light: new Map([
      ['paper', paper],
      ['tint', colour.tint],
      ['ink', colour.ink],
      ['muted', colour.muted],
      ['accent', colour.accent],
      ['link', isLegible ? colour.accent : colour.ink],
      ['rule', colour.rule],
      ['fill', colour.codeFill],
      ['on-fill', colour.codeText],
    ]),
    dark: new Map([
      ['paper', dark.bg],
      ['tint', dark.panel],
      ['ink', dark.ink],
      ['muted', dark.muted],
      ['accent', dark.accent],
      ['link', inTheDark(look, colour.accent)],
      ['rule', dark.rule],
      ['fill', inTheDark(look, colour.codeFill)],
      ['on-fill', dark.bg],
    ]),
  };
}

/** What a colour of text becomes on a dark screen: the brand's own dark colour, or the same hue made light enough. */
export function inTheDark({ colour, dark }: Look, text: string): string {
  const [, own] = [
    [colour.ink, dark.ink],
    [colour.muted, dark.muted],
    [colour.accent, dark.accent],
  ].find(([light]) => light === text) ?? [text, text];
  return lighten(
    own!,
    (lighter) => contrast(lighter, dark.bg) >= least.text && contrast(lighter, dark.panel) >= least.text,
  );
}

/** Mixes a colour with white, as little as does; no background of a dark page is too light for white. */
function lighten(colour: string, isEnough: (lighter: string) => boolean): string {
  const steps = Array.from({ length: 21 }, (_, step) => mixWithWhite(colour, step / 20));
  return steps.find(isEnough) ?? paper;
}

function mixWithWhite(colour: string, share: number): string {
  const mixed = channels(colour).map((channel) => Math.round(channel + (255 - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

/** The contrast of two colours by WCAG 2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
