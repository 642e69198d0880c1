import type { EditionCode, EditionContent } from '../../edition/edition.ts';
import { pairAlike } from '../../likeness/pair.ts';
import { type Pairing, Pairs } from './pairing.ts';
import type { Side } from './side.ts';

/** Which codes of two editions are the same: by sign, else by the role that only one code has on either side. */
export function pairCodes({ codes: old }: EditionContent, { codes: now }: EditionContent): Pairs {
  const pairs = new Pairs();
  pairs.pairSame(
    old.map(({ sign }) => sign),
    now.map(({ sign }) => sign),
  );
  const roleOf = ({ role }: EditionCode) => (role === 'other' ? undefined : role);
  pairs.pairSame(old.map(roleOf), now.map(roleOf));
  return pairs;
}

/** Of the cells that hold one of two signs, so many must hold both. */
const least = 0.9;

/**
 * Pairs codes that changed their sign, such as a word that a page came to write otherwise: they are the same where one
 * stands wherever the other stood, in the activities and parties that both editions have.
 */
export function pairCodesByUse(
  old: Side,
  now: Side,
  known: { readonly rows: Pairing; readonly parties: Pairing },
  pairs: Pairs,
): void {
  const olds = pairs.looseOld(old.edition.codes.length);
  const nows = pairs.looseNow(now.edition.codes.length);
  if (olds.length === 0 || nows.length === 0) return;
  const cells = sharedCells(old, now, known);
  const found = pairAlike(
    olds.map(() => ''),
    nows.map(() => ''),
    {
      least,
      favour: (i, j) => {
        const [was, is] = [old.edition.codes[olds[i]!]!.sign, now.edition.codes[nows[j]!]!.sign];
        const before = cells.filter(({ from }) => from.includes(was));
        const after = cells.filter(({ to }) => to.includes(is));
        const both = before.filter(({ to }) => to.includes(is));
        return before.length + after.length === 0 ? 0 : (2 * both.length) / (before.length + after.length);
      },
    },
  );
  for (const { first, second } of found) pairs.pair(olds[first]!, nows[second]!);
}

function sharedCells(
  old: Side,
  now: Side,
  { rows, parties }: { readonly rows: Pairing; readonly parties: Pairing },
): { from: readonly string[]; to: readonly string[] }[] {
  return [...rows.nowOf].flatMap(([was, is]) =>
    [...parties.nowOf].map(([one, other]) => ({
      from: old.rows[was]!.activity.codes[old.edition.parties[one]!.id] ?? [],
      to: now.rows[is]!.activity.codes[now.edition.parties[other]!.id] ?? [],
    })),
  );
}

/** Says signs of the earlier edition as the later one does, in its printing order. */
export function translateSigns(
  old: EditionContent,
  now: EditionContent,
  codes: Pairing,
): (held: readonly string[]) => string[] {
  const said = new Map(
    old.codes.map(({ sign }, at) => {
      const is = codes.nowOf.get(at);
      return [sign, is === undefined ? sign : now.codes[is]!.sign];
    }),
  );
  const order = new Map([...now.codes, ...old.codes].map(({ sign }, at) => [sign, at] as const).toReversed());
  return (held) =>
    held.map((sign) => said.get(sign) ?? sign).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}
