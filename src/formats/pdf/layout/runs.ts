import type { TextStyle } from '../../../document/tree.ts';
import { divideByFont, fontFor } from '../../../fonts/stack.ts';
import type { Run } from '../definition.ts';
import { fontOf, type Setting } from './setting.ts';

/** A run that does not know yet what it sets. */
export type TypedRun = Omit<Run, 'source'>;

/** A text in a style: as many runs as it takes for each character to find its font, and for figures their features. */
export function typedRuns(setting: Setting, style: TextStyle, text: string): TypedRun[] {
  return divideByFont(setting.stackOf(style), text).flatMap((stretch) =>
    stretch.font === 0
      ? divideFigures(style, stretch.text).map((part) => typedRun(setting, style, part, 0))
      : [typedRun(setting, style, { text: stretch.text, features: [] }, stretch.font)],
  );
}

/** A text in a style as one run, by the first font that has all of it; undefined where none has. */
export function soleRun(setting: Setting, style: TextStyle, text: string): TypedRun | undefined {
  const font = fontFor(setting.stackOf(style), text);
  return font < 0 ? undefined : typedRun(setting, style, { text, features: style.features }, font);
}

type Part = { readonly text: string; readonly features: readonly string[] };

function divideFigures({ features, figures }: TextStyle, text: string): Part[] {
  if (figures.length === 0) return [{ text, features }];
  const parts = text.match(/\d+|\D+/gu) ?? [text];
  return parts.map((part) => ({
    text: part,
    features: /\d/u.test(part) ? [...features, ...figures] : features,
  }));
}

function typedRun(setting: Setting, style: TextStyle, { text, features }: Part, font: number): TypedRun {
  const { unitsPerEm, ascent, descent } = fontOf(setting, style);
  return {
    text,
    font: setting.fontName(style, font),
    fontSize: style.size,
    // The engine takes line height as a multiple of ascent and descent; what is over falls below the line.
    lineHeight: (style.leading * unitsPerEm) / ((ascent + descent) * style.size),
    color: style.colour,
    alignment: style.align,
    ...(features.length > 0 && { fontFeatures: features }),
  };
}
