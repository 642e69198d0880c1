import { pairAlike } from '../../likeness/pair.ts';
import { groupBy, type Pairing, Pairs } from './pairing.ts';
import type { Row, Side } from './side.ts';

/** What else is known of two editions when their rows are paired. */
export type RowContext = {
  readonly sections: Pairing;
  /** Whether two rows hold the same codes, in the parties that both editions are known to have. */
  readonly isSameDuty: (old: Row, now: Row) => boolean;
  /** Whether a row that has an id, and no partner by it, may be known by what it says, as one without an id always is. */
  readonly byLikeness: boolean;
};

/**
 * Which rows of two editions are the same activity: by id; else by section and text; else, where ids do not tell, by
 * text in another section, and last by a text that is alike, with what its place and its codes say for it.
 */
export function pairRows(old: Side, now: Side, context: RowContext): Pairing {
  const pairs = new Pairs();
  pairs.pairSame(
    old.rows.map(({ id }) => id),
    now.rows.map(({ id }) => id),
  );
  uncross(old, now, pairs);
  const { sections } = context;
  // Sections are named by their place in the later edition; an old one that is gone is named by nothing there.
  const oldPlace = ({ section }: Row) => sections.nowOf.get(section) ?? `gone ${section}`;
  pairSameTexts(old, now, pairs, context, [
    (row) => `${oldPlace(row)} ${row.gist}`,
    (row) => `${row.section} ${row.gist}`,
  ]);
  const isNamed = ({ id }: Row) => id !== undefined;
  if (!context.byLikeness && old.rows.every(isNamed) && now.rows.every(isNamed)) return pairs;
  const mayBe: MayBe = (was, is) => context.byLikeness || !isNamed(was) || !isNamed(is);
  pairSameTexts(old, now, pairs, context, [({ gist }) => gist, ({ gist }) => gist], mayBe);
  pairAlikeTexts(old, now, pairs, context, mayBe);
  return pairs;
}

/** Whether two rows can be the same one at all. */
type MayBe = (old: Row, now: Row) => boolean;

/**
 * Rows whose texts changed places under their ids were not both reworded: a column was sorted, or ids were. What a
 * reader signs is the text, so the text says which row is which.
 */
function uncross(old: Side, now: Side, pairs: Pairs): void {
  const changed = [...pairs.nowOf].filter(([was, is]) => old.rows[was]!.gist !== now.rows[is]!.gist);
  const byText = new Pairs();
  const [olds, nows] = [changed.map(([was]) => was), changed.map(([, is]) => is)];
  byText.pairSame(
    olds.map((at) => old.rows[at]!.gist),
    nows.map((at) => now.rows[at]!.gist),
  );
  for (const circle of circlesOf(byText.nowOf)) {
    for (const [was, is] of circle) pairs.pair(olds[was]!, nows[is]!);
  }
}

/** The closed circles of a mapping: texts that only changed places among themselves. */
function circlesOf(next: ReadonlyMap<number, number>): [number, number][][] {
  const seen = new Set<number>();
  return [...next.keys()].flatMap((start) => {
    const circle: [number, number][] = [];
    let at = start;
    while (!seen.has(at) && next.has(at)) {
      seen.add(at);
      circle.push([at, next.get(at)!]);
      at = next.get(at)!;
    }
    return circle.length > 0 && at === start ? [circle] : [];
  });
}

type NameOf = (row: Row) => string;

/** Pairs loose rows of the same name: of several those first that hold the same codes, the others in their order. */
function pairSameTexts(
  old: Side,
  now: Side,
  pairs: Pairs,
  { isSameDuty }: RowContext,
  [oldName, nowName]: readonly [NameOf, NameOf],
  mayBe: MayBe = () => true,
): void {
  const olds = groupBy(pairs.looseOld(old.rows.length), (at) => oldName(old.rows[at]!));
  const nows = groupBy(pairs.looseNow(now.rows.length), (at) => nowName(now.rows[at]!));
  for (const [name, group] of olds) {
    const others = nows.get(name) ?? [];
    for (const test of [isSameDuty, () => true]) {
      for (const was of group) {
        if (pairs.nowOf.has(was)) continue;
        const fits = (row: Row) => mayBe(old.rows[was]!, row) && test(old.rows[was]!, row);
        const is = others.find((at) => !pairs.oldOf.has(at) && fits(now.rows[at]!));
        if (is !== undefined) pairs.pair(was, is);
      }
    }
  }
}

/**
 * What speaks for two rows beside their texts. All together they let a text through of which less than half is left;
 * nothing but a text that is nearly the same is known again in another section.
 */
const favours = { section: 0.2, neighbour: 0.05, duty: 0.05 };
const least = 0.8;

function pairAlikeTexts(
  old: Side,
  now: Side,
  pairs: Pairs,
  { sections, isSameDuty }: RowContext,
  mayBe: MayBe,
): void {
  const olds = pairs.looseOld(old.rows.length);
  const nows = pairs.looseNow(now.rows.length);
  const [oldAround, nowAround] = [neighboursIn(old, pairs.nowOf), neighboursIn(now, pairs.oldOf)];
  const isSame = (was: number | undefined, is: number | undefined): boolean =>
    was === undefined ? is === undefined : pairs.nowOf.get(was) === is;
  const found = pairAlike(
    olds.map((at) => old.rows[at]!.text),
    nows.map((at) => now.rows[at]!.text),
    {
      least,
      favour: (i, j) => {
        const [was, is] = [old.rows[olds[i]!]!, now.rows[nows[j]!]!];
        if (!mayBe(was, is)) return Number.NEGATIVE_INFINITY;
        const duty = isSameDuty(was, is) ? favours.duty : 0;
        if (sections.nowOf.get(was.section) !== is.section) return duty;
        const [before, after] = [oldAround(olds[i]!), nowAround(nows[j]!)];
        const neighbours = [isSame(before[0], after[0]), isSame(before[1], after[1])].filter(Boolean).length;
        return duty + favours.section + favours.neighbour * neighbours;
      },
    },
  );
  for (const { first, second } of found) pairs.pair(olds[first]!, nows[second]!);
}

type Neighbours = readonly [before: number | undefined, after: number | undefined];

/** The nearest rows before and after a row in its section that are known in the other edition. */
function neighboursIn({ rows }: Side, known: ReadonlyMap<number, number>): (at: number) => Neighbours {
  const nearest = (at: number, step: 1 | -1): number | undefined => {
    for (let next = at + step; rows[next]?.section === rows[at]!.section; next += step) {
      if (known.has(next)) return next;
    }
    return undefined;
  };
  const found = new Map<number, Neighbours>();
  return (at) => {
    const around = found.get(at) ?? [nearest(at, -1), nearest(at, 1)];
    found.set(at, around);
    return around;
  };
}
