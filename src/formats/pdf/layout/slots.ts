import type { CodesInline, Slots } from '../../../document/tree.ts';
import type { Beside, Dot, Run, SignSlots, TextNode } from '../definition.ts';
import { isShownByOneFont, noneRun, signRun } from './codes.ts';
import { textNode } from './nodes.ts';
import { capHeightIn, type Setting, widthIn } from './setting.ts';

const dotRadius = 0.55;

// The slots start a little before the gutter ends, so that the white at the right edge of a cell equals the white
// that a letter has in its slot.
const slotsInset = 2;

/** Codes in their slots: each sign has its place in every row, and a dot stands where another one could. */
export function codesInSlots(
  setting: Setting,
  codes: CodesInline,
  slots: Slots,
  width: number,
): Beside<TextNode> | undefined {
  const set = slotted(setting, codes, slots);
  if (set === undefined) return undefined;
  const text = set.text.map((run) => ({ ...run, source: codes }));
  return textNode(codes, text, [0, 0, 0, 0], width, { slots: set.slots });
}

type SetCodes = { readonly text: readonly Run[]; readonly slots: SignSlots };

/** Codes as they were set in slots first, and what came of it. */
type Kept = { readonly codes: CodesInline; readonly set: SetCodes | undefined };

// A handful of codes stand in all cells of a document.
const kept = new WeakMap<Setting, Map<Slots, Map<string, Kept>>>();

function slotted(setting: Setting, codes: CodesInline, slots: Slots): SetCodes | undefined {
  const bySlots = entryOf(kept, setting, () => new Map<Slots, Map<string, Kept>>());
  const byHeld = entryOf(bySlots, slots, () => new Map<string, Kept>());
  const known = entryOf(byHeld, codes.held.join(), () => ({ codes, set: setInSlots(setting, codes, slots) }));
  return isAlike(known.codes, codes) ? known.set : setInSlots(setting, codes, slots);
}

function entryOf<Key, Value>(
  map: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  key: Key,
  make: () => Value,
): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** Whether codes that are the same signs are set the same. */
function isAlike(one: CodesInline, other: CodesInline): boolean {
  const { style, filled, strong, past } = one;
  return style === other.style && filled === other.filled && strong === other.strong && past === other.past;
}

function setInSlots(setting: Setting, codes: CodesInline, slots: Slots): SetCodes | undefined {
  if (!codes.held.every((sign) => fitsSlot(setting, codes, slots, sign))) return undefined;
  const held = slots.signs.filter((sign) => codes.held.includes(sign));
  const centre = (sign: string): number => slotsLeft(slots) + slots.width * (slots.signs.indexOf(sign) + 0.5);
  if (held.length === 0) {
    const centres = [slotsLeft(slots) + slots.width / 2];
    return { text: [noneRun(setting, codes)], slots: { centres, dots: [] } };
  }
  const rise = capHeightIn(setting, codes.style) / 2;
  const dots = slots.signs
    .filter((sign) => !held.includes(sign))
    .map((sign): Dot => ({ x: centre(sign), radius: dotRadius, colour: setting.look.colour.rule, rise }));
  // The space after a sign is never seen; it keeps the signs apart for whoever copies or listens to the text.
  const text = held.map((sign, i) => signRun(setting, codes, sign, i < held.length - 1));
  return { text, slots: { centres: held.map(centre), dots } };
}

/** Where the first slot of a column starts. */
export function slotsLeft(slots: Slots): number {
  return Math.max(0, slots.gutter - slotsInset);
}

function fitsSlot(setting: Setting, codes: CodesInline, slots: Slots, sign: string): boolean {
  const isNarrow = widthIn(setting, { ...codes.style, weight: 600 }, sign) <= slots.width;
  return isNarrow && slots.signs.includes(sign) && isShownByOneFont(setting, codes, sign);
}
