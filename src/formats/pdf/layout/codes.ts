import type { CodesInline, Inline, TextStyle } from '../../../document/tree.ts';
import type { Chip, Run } from '../definition.ts';
import { soleRun, typedRuns } from './runs.ts';
import { capHeightIn, type Setting } from './setting.ts';

/** Side of the square behind a filled sign. */
export const chipSize = 11.4;

const none = '–';

/** The codes of a content that is nothing else. */
export function soleCodes(content: readonly Inline[]): CodesInline | undefined {
  const [first, ...others] = content;
  return first?.kind === 'codes' && others.length === 0 ? first : undefined;
}

/** Codes without slots: `R A`, the filled and the strong ones semibold. */
export function codesAsText(setting: Setting, codes: CodesInline): Run[] {
  if (codes.held.length === 0) return [noneRun(setting, codes)];
  return codes.held.flatMap((sign, i) =>
    typedRuns(setting, weighted(codes, sign), i > 0 ? `\u00a0${sign}` : sign, { source: codes }),
  );
}

/** One sign as the table shows it, alone in the sign column of a legend. */
export function codesAsSign(setting: Setting, codes: CodesInline): Run[] {
  const [sign, ...others] = codes.held;
  if (sign === undefined) return [noneRun(setting, codes)];
  const isSingle = others.length === 0 && isShownByOneFont(setting, codes, sign);
  return isSingle ? [signRun(setting, codes, sign, false)] : codesAsText(setting, codes);
}

/** What stands in a slot or on a square is centred as one run, with the space behind it. */
export function isShownByOneFont(setting: Setting, codes: CodesInline, sign: string): boolean {
  return soleRun(setting, weighted(codes, sign), `${sign} `, { source: codes }) !== undefined;
}

/** A sign; with the space behind it where others follow. */
export function signRun(setting: Setting, codes: CodesInline, sign: string, isFollowed: boolean): Run {
  const isFilled = codes.filled.includes(sign);
  const style: TextStyle = {
    ...weighted(codes, sign),
    colour: signColour(setting, codes, isFilled),
    align: 'left',
  };
  const run = soleRun(setting, style, `${sign} `, { source: codes, noWrap: true })!;
  const chip = isFilled ? chipBehind(setting, style, codes.past === true) : undefined;
  return { ...run, chip, text: isFollowed ? run.text : sign };
}

/** Filled signs and strong ones are semibold. */
function weighted({ style, strong, filled }: CodesInline, sign: string): TextStyle {
  return { ...style, weight: strong.includes(sign) || filled.includes(sign) ? 600 : 400 };
}

function signColour({ look }: Setting, { past, style }: CodesInline, isFilled: boolean): string {
  if (past) return look.colour.muted;
  return isFilled ? look.colour.codeText : style.colour;
}

const outline = 0.8;

function chipBehind(setting: Setting, style: TextStyle, isPast: boolean): Chip {
  const { codeRadius, colour } = setting.look;
  return {
    size: chipSize,
    radius: codeRadius,
    colour: isPast ? colour.muted : colour.codeFill,
    rise: capHeightIn(setting, style) / 2,
    ...(isPast && { outline }),
  };
}

/** The dash of a cell without codes. */
export function noneRun(setting: Setting, codes: CodesInline): Run {
  const style: TextStyle = { ...codes.style, weight: 400, colour: setting.look.colour.muted, align: 'left' };
  // Where no font has the dash, the finding said so before anything was painted.
  return typedRuns(setting, style, none, { source: codes, noWrap: true })[0]!;
}
