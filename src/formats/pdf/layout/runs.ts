import type { TextStyle } from '../../../document/tree.ts';
import { divideByFont, fontFor } from '../../../fonts/stack.ts';
import type { Run } from '../definition.ts';
import { fontOf, type Setting } from './setting.ts';

/** What is said of a run beside its text and its style. */
export type RunOf = Pick<Run, 'source' | 'link' | 'sup' | 'noWrap' | 'rule'>;

/** A text in a style: as many runs as it takes for each character to find its font, and for figures their features. */
export function typedRuns(setting: Setting, style: TextStyle, text: string, of: RunOf): Run[] {
  const runs: Run[] = [];
  addRuns(runs, setting, style, text, of);
  return runs;
}

/** Adds the runs of a text in a style to others. */
export function addRuns(runs: Run[], setting: Setting, style: TextStyle, text: string, of: RunOf): void {
  const stack = setting.stackOf(style);
  if (stack.length === 1) addFigures(runs, setting, style, text, of);
  else
    for (const stretch of divideByFont(stack, text)) {
      if (stretch.font === 0) addFigures(runs, setting, style, stretch.text, of);
      else runs.push(runOf(setting, style, stretch.text, [], stretch.font, of));
    }
}

/** A text in a style as one run, by the first font that has all of it; undefined where none has. */
export function soleRun(setting: Setting, style: TextStyle, text: string, of: RunOf): Run | undefined {
  const font = fontFor(setting.stackOf(style), text);
  return font < 0 ? undefined : runOf(setting, style, text, style.features, font, of);
}

/** Figures of a style that has features for them are runs of their own. */
function addFigures(runs: Run[], setting: Setting, style: TextStyle, text: string, of: RunOf): void {
  const { features, figures } = style;
  if (figures.length === 0) {
    runs.push(runOf(setting, style, text, features, 0, of));
    return;
  }
  for (const part of text.match(/\d+|\D+/gu) ?? [text]) {
    const own = /\d/u.test(part) ? [...features, ...figures] : features;
    runs.push(runOf(setting, style, part, own, 0, of));
  }
}

function runOf(
  setting: Setting,
  style: TextStyle,
  text: string,
  features: readonly string[],
  font: number,
  { source, link, sup, noWrap, rule }: RunOf,
): Run {
  const { unitsPerEm, ascent, descent } = fontOf(setting, style);
  return {
    text,
    font: setting.fontName(style, font),
    fontSize: style.size,
    // The engine takes line height as a multiple of ascent and descent; what is over falls below the line.
    lineHeight: (style.leading * unitsPerEm) / ((ascent + descent) * style.size),
    color: style.colour,
    alignment: style.align,
    fontFeatures: features.length > 0 ? features : undefined,
    link,
    sup,
    noWrap,
    chip: undefined,
    rule,
    source,
  };
}
