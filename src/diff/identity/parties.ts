import type { EditionContent } from '../../edition/edition.ts';
import { pairAlike } from '../../likeness/pair.ts';
import { type Pairing, Pairs } from './pairing.ts';
import { gistOf, type Side, textIn } from './side.ts';

/** Which parties of two editions are the same, as far as they say so themselves: by id, else by name. */
export function pairPartiesByName(
  { parties: old }: EditionContent,
  { parties: now }: EditionContent,
  language: string,
): Pairs {
  const pairs = new Pairs();
  pairs.pairSame(
    old.map(({ id }) => id),
    now.map(({ id }) => id),
  );
  pairs.pairSame(
    old.map(({ name }) => gistOf(textIn(name, language))),
    now.map(({ name }) => gistOf(textIn(name, language))),
  );
  return pairs;
}

/** Of the activities that two editions share, so many must have the same codes under two names. */
const least = 0.6;

/**
 * Pairs the parties that go by two names, such as a provider that a page calls by its brand: they are the same where
 * they do the same, in the activities that both editions have.
 */
export function pairPartiesByDuties(old: Side, now: Side, rows: Pairing, pairs: Pairs): void {
  const olds = pairs.looseOld(old.edition.parties.length);
  const nows = pairs.looseNow(now.edition.parties.length);
  if (olds.length === 0 || nows.length === 0) return;
  const found = pairAlike(
    olds.map(() => ''),
    nows.map(() => ''),
    { least, favour: (i, j) => shareOfSameCodes(old, now, rows, [olds[i]!, nows[j]!]) },
  );
  for (const { first, second } of found) pairs.pair(olds[first]!, nows[second]!);
}

function shareOfSameCodes(
  old: Side,
  now: Side,
  { nowOf }: Pairing,
  [one, other]: readonly [number, number],
): number {
  const held = ({ edition, rows }: Side, row: number, party: number): string =>
    (rows[row]!.activity.codes[edition.parties[party]!.id] ?? []).join(' ');
  const same = [...nowOf].filter(([was, is]) => held(old, was, one) === held(now, is, other));
  return nowOf.size === 0 ? 0 : same.length / nowOf.size;
}
