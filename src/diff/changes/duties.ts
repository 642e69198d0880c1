import type { EditionActivity } from '../../edition/edition.ts';
import type { ComparedParty, DutyMove } from '../product-diff.ts';

/** The signs of each party, in the order of `parties`; undefined where the edition has no such party. */
export function heldBy(
  { codes }: EditionActivity,
  parties: readonly ComparedParty[],
  when: 'old' | 'now',
  say: (held: readonly string[]) => readonly string[] = (held) => held,
): (readonly string[] | undefined)[] {
  return parties.map((party) => {
    const is = party[when];
    return is && say(codes[is.id] ?? []);
  });
}

/**
 * The parties whose duty moved. A party that one edition does not have held nothing there: one that joins takes no
 * duty from the others by that alone.
 */
export function findMoves(
  old: readonly (readonly string[] | undefined)[],
  now: readonly (readonly string[] | undefined)[],
): DutyMove[] {
  return old.flatMap((was = [], party): DutyMove[] => {
    const is = now[party] ?? [];
    const gained = is.filter((sign) => !was.includes(sign));
    const lost = was.filter((sign) => !is.includes(sign));
    return gained.length + lost.length === 0 ? [] : [{ party, from: was, to: is, gained, lost }];
  });
}
