import type { CodesInline, Inline, Slots, TextStyle } from '../../../document/tree.ts';
import type { Beside, Chip, Dot, Margin, Run, TextNode } from '../definition.ts';
import { soleRun, typedRuns } from './runs.ts';
import { capHeightIn, type Setting, widthIn } from './setting.ts';

/** Side of the square behind a filled sign. */
export const chipSize = 11.4;

const dotRadius = 0.55;
const none = '–';

// The slots start a little before the gutter ends, so that the white at the right edge of a cell equals the white
// that a letter has in its slot.
const slotsInset = 2;

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

/** Codes in their slots: each sign has its place in every row, and a dot stands where another one could. */
export function codesInSlots(
  setting: Setting,
  codes: CodesInline,
  slots: Slots,
  width: number,
): Beside<TextNode> | undefined {
  if (!codes.held.every((sign) => fitsSlot(setting, codes, slots, sign))) return undefined;
  const held = slots.signs.filter((sign) => codes.held.includes(sign));
  const margin: Margin = [0, 0, 0, 0];
  const centre = (sign: string): number => slotsLeft(slots) + slots.width * (slots.signs.indexOf(sign) + 0.5);
  if (held.length === 0) {
    const centres = [slotsLeft(slots) + slots.width / 2];
    return { source: codes, margin, width, text: [noneRun(setting, codes)], slots: { centres, dots: [] } };
  }
  const rise = capHeightIn(setting, codes.style) / 2;
  const dots = slots.signs
    .filter((sign) => !held.includes(sign))
    .map((sign): Dot => ({ x: centre(sign), radius: dotRadius, colour: setting.look.colour.rule, rise }));
  // The space after a sign is never seen; it keeps the signs apart for whoever copies or listens to the text.
  const text = held.map((sign, i) => signRun(setting, codes, sign, i < held.length - 1));
  return { source: codes, margin, width, text, slots: { centres: held.map(centre), dots } };
}

/** Where the first slot of a column starts. */
export function slotsLeft(slots: Slots): number {
  return Math.max(0, slots.gutter - slotsInset);
}

/** One sign as the table shows it, alone in the sign column of a legend. */
export function codesAsSign(setting: Setting, codes: CodesInline): Run[] {
  const [sign, ...others] = codes.held;
  if (sign === undefined) return [noneRun(setting, codes)];
  const isSingle = others.length === 0 && isShownByOneFont(setting, codes, sign);
  return isSingle ? [signRun(setting, codes, sign, false)] : codesAsText(setting, codes);
}

function fitsSlot(setting: Setting, codes: CodesInline, slots: Slots, sign: string): boolean {
  const isNarrow = widthIn(setting, { ...codes.style, weight: 600 }, sign) <= slots.width;
  return isNarrow && slots.signs.includes(sign) && isShownByOneFont(setting, codes, sign);
}

/** What stands in a slot or on a square is centred as one run, with the space behind it. */
function isShownByOneFont(setting: Setting, codes: CodesInline, sign: string): boolean {
  return soleRun(setting, weighted(codes, sign), `${sign} `, { source: codes }) !== undefined;
}

function signRun(setting: Setting, codes: CodesInline, sign: string, isFollowed: boolean): Run {
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

function noneRun(setting: Setting, codes: CodesInline): Run {
  const style: TextStyle = { ...codes.style, weight: 400, colour: setting.look.colour.muted, align: 'left' };
  // Where no font has the dash, the finding said so before anything was painted.
  return typedRuns(setting, style, none, { source: codes, noWrap: true })[0]!;
}
