import type { Edition } from './edition.ts';

type Dated = Pick<Edition, 'date' | 'edition'>;

/**
 * The order in which editions came to be in effect: by date, then by name as people count, `9` before `10`. Two names
 * that differ in case alone are told apart by code unit, so that the order never hangs on the folder they lie in.
 */
export function compareEditionAges(one: Dated, other: Dated): number {
  return compare(one.date, other.date) || compareNames(one.edition, other.edition);
}

function compareNames(one: string, other: string): number {
  const [ours, theirs] = [partsOf(one), partsOf(other)];
  for (const [i, part] of ours.entries()) {
    const rival = theirs[i];
    if (rival === undefined) return 1;
    const order = isNumber(part) && isNumber(rival) ? Number(part) - Number(rival) : compare(part, rival);
    if (order !== 0) return order;
  }
  return ours.length - theirs.length || compare(one, other);
}

/** `2026-9b` is 2026, -, 9, b. */
function partsOf(name: string): string[] {
  return name.toLowerCase().match(/\d+|\D+/gu) ?? [];
}

function isNumber(part: string): boolean {
  return /^\d/u.test(part);
}

/** By code unit: the machine's locale must never reach the output. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
