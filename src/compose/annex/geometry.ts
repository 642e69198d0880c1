import type { Page, Slots } from '../../document/tree.ts';

/** Paper sizes in points, portrait. */
const papers = { A4: [595.28, 841.89], Letter: [612, 792] } as const;

const margin = { top: 70, right: 54, bottom: 62, left: 54 } as const;

/** Width of the column of hanging numbers. */
export const hang = 40;

/** White space on the right of an activity. */
export const activityPad = 8;

// Below this the activities break into too many short lines, and the page turns.
const leastActivity = 165;
const mostWithSlots = 8;
const leastLabel = 48;
const widestWithoutSlots = 58;

/** How wide a slot is, and the white space before a party's first. A turned page has room for the roomiest. */
type Pitch = Pick<Slots, 'width' | 'gutter'>;
const pitches = {
  roomy: { width: 13.5, gutter: 18 },
  close: { width: 12.6, gutter: 10 },
  tight: { width: 12, gutter: 10 },
} as const satisfies Readonly<Record<string, Pitch>>;

/** The page, and how wide a party's column is on it. */
export type Geometry = {
  readonly page: Page;
  readonly party: { readonly width: number; readonly slots: Slots | undefined };
};

/**
 * Chooses page and columns: portrait up to four parties if the activities keep 165 points, else landscape; slots for
 * up to eight parties and signs of one or two letters, else codes as text.
 */
export function chooseGeometry(parties: number, signs: readonly string[], paper: 'A4' | 'Letter'): Geometry {
  const [width, height] = papers[paper];
  const upright = { page: pageOf(width, height), pitch: parties <= 2 ? pitches.roomy : pitches.close };
  const turned = { page: pageOf(height, width), pitch: pitches.roomy };
  const narrow = { ...turned, pitch: pitches.tight };
  const fits = (parties > 4 ? [turned, narrow] : [upright, turned, narrow])
    .map(({ page, pitch }) => ({ page, slots: slotsFor(parties, signs, pitch) }))
    .find(
      ({ page, slots }) =>
        slots !== undefined && activityWidth(page, parties * slotsWidth(slots)) >= leastActivity,
    );
  if (fits?.slots) return { page: fits.page, party: { width: slotsWidth(fits.slots), slots: fits.slots } };
  const room = (page: Page) => activityWidth(page, 0) - leastActivity;
  const page = parties <= 4 ? upright.page : turned.page;
  return { page, party: { width: Math.min(widestWithoutSlots, room(page) / parties), slots: undefined } };
}

const twofold: Pitch = { width: 12.6, gutter: 9 };

/** White between the columns of before and of now. */
export const betweenEditions = 6;

/** Width of a column that names the parties with their codes, where there is no room for a column each. */
export const listedParties = 118;

/**
 * Page and columns of tables that hold every party twice, before and now: portrait or landscape, with slots; without
 * slots where the parties do not fit on either.
 */
export function chooseTwofoldGeometry(
  parties: number,
  signs: readonly string[],
  paper: 'A4' | 'Letter',
): Geometry {
  const [width, height] = papers[paper];
  const upright = pageOf(width, height);
  const slots = slotsFor(2 * parties, signs, twofold);
  const page = [upright, pageOf(height, width)].find(
    (one) =>
      slots !== undefined &&
      activityWidth(one, 2 * parties * slotsWidth(slots) + betweenEditions) >= leastActivity,
  );
  if (slots && page) return { page, party: { width: slotsWidth(slots), slots } };
  return { page: upright, party: { width: listedParties, slots: undefined } };
}

function pageOf(width: number, height: number): Page {
  return { width, height, margin, hang };
}

function slotsFor(parties: number, signs: readonly string[], { width, gutter }: Pitch): Slots | undefined {
  const longest = Math.max(...signs.map((sign) => sign.length));
  if (parties > mostWithSlots || longest > 2) return undefined;
  return { gutter, width: longest === 1 ? width : width * 1.4, signs };
}

/** A column of slots is never narrower than what a party's label needs, however few the codes are. */
function slotsWidth(slots: Slots): number {
  return slots.gutter + Math.max(leastLabel, slots.width * slots.signs.length);
}

function activityWidth(page: Page, taken: number): number {
  return page.width - page.margin.left - page.margin.right - hang - activityPad - taken;
}
