import type { CodesInline, Slots } from '../../document/tree.ts';
import { element, type Html } from './node.ts';
import type { Setting } from './setting.ts';

const none = '–';

/**
 * The codes of a cell: the signs for the eye, each in its slot if there are slots, and their words for listeners; the
 * words show to whoever points at the signs.
 */
export function codesInCell(setting: Setting, codes: CodesInline, slots: Slots | undefined): Html[] {
  const words = wordsOf(setting, codes);
  const signs = slots && slots.signs.length > 0 ? signsInSlots(codes, slots) : signsOf(codes);
  const look = `${slots ? 'slots' : 'codes'}${codes.past ? ' past' : ''}`;
  if (words === undefined) return [element('span', { class: look }, ...signs)];
  return [
    element('span', { class: look, 'aria-hidden': 'true', title: words }, ...signs),
    element('span', { class: 'unseen' }, words),
  ];
}

/** Codes that stand in a text, or alone in a legend that explains them. */
export function codesInText(codes: CodesInline): Html {
  return element('span', { class: 'codes' }, ...signsOf(codes));
}

/** The words of the legend; undefined where it lacks one, and the signs have to do. */
function wordsOf({ legend }: Setting, { held }: CodesInline): string | undefined {
  if (held.length === 0) return legend.none;
  const words = held.map((sign) => legend.words.get(sign));
  return words.every((word) => word !== undefined) ? words.join(', ') : undefined;
}

function signsOf(codes: CodesInline): Html[] {
  if (codes.held.length === 0) return [element('b', { class: 'none' }, none)];
  return codes.held.flatMap((sign, at) => [...(at > 0 ? [' '] : []), signOf(codes, sign)]);
}

/** A sign where the code set has it; a dot, which is no text, where another could stand. */
function signsInSlots(codes: CodesInline, slots: Slots): Html[] {
  if (codes.held.length === 0 || !codes.held.every((sign) => slots.signs.includes(sign))) {
    return signsOf(codes);
  }
  const last = slots.signs.findLastIndex((sign) => codes.held.includes(sign));
  return slots.signs.flatMap((sign, at) => {
    if (!codes.held.includes(sign)) return [element('i', {})];
    return [signOf(codes, sign), ...(at < last ? [' '] : [])];
  });
}

function signOf({ filled, strong }: CodesInline, sign: string): Html {
  return element(
    'b',
    { class: filled.includes(sign) ? 'filled' : strong.includes(sign) ? 'strong' : undefined },
    sign,
  );
}
