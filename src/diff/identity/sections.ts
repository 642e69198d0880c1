import { pairAlike } from '../../likeness/pair.ts';
import { type Pairing, Pairs } from './pairing.ts';
import type { Heading, Row, Side } from './side.ts';

/** Evidence that weighs as much as a title that is the same word for word. */
const sameRows = 1;
const sameNumber = 0.15;
const least = 0.6;

/**
 * Which sections of two editions are the same: by key, else by title under the same titles, else by what speaks for
 * it most: rows that stand in both, a similar title, the same number.
 */
export function pairSections(old: Side, now: Side): Pairing {
  const pairs = new Pairs();
  pairs.pairSame(old.sections.map(nameOfSection), now.sections.map(nameOfSection));
  pairs.pairSame(
    old.sections.map(({ path }) => path),
    now.sections.map(({ path }) => path),
  );
  pairByEvidence(old, now, pairs);
  return pairs;
}

function pairByEvidence(old: Side, now: Side, pairs: Pairs): void {
  const olds = pairs.looseOld(old.sections.length);
  const nows = pairs.looseNow(now.sections.length);
  if (olds.length === 0 || nows.length === 0) return;
  const [oldNames, nowNames] = [namesBySection(old), namesBySection(now)];
  const titlesOf = ({ sections }: Side, which: readonly number[]) => which.map((at) => sections[at]!.title);
  const found = pairAlike(titlesOf(old, olds), titlesOf(now, nows), {
    least,
    favour: (i, j) => {
      const [one, other] = [olds[i]!, nows[j]!];
      const isSameNumber = old.sections[one]!.number === now.sections[other]!.number;
      return sameRows * shareOf(oldNames[one]!, nowNames[other]!) + (isSameNumber ? sameNumber : 0);
    },
  });
  for (const { first, second } of found) pairs.pair(olds[first]!, nows[second]!);
}

function nameOfSection({ key, isNamed }: Heading): string | undefined {
  return isNamed ? key : undefined;
}

/** What the rows of each section go by. */
function namesBySection({ rows, sections }: Side): Set<string>[] {
  const names = sections.map(() => new Set<string>());
  for (const row of rows) names[row.section]?.add(nameOf(row));
  return names;
}

function nameOf({ id, gist }: Row): string {
  return id === undefined ? ` ${gist}` : id;
}

/** The share of names that two sets have in common. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  const shared = [...a].filter((name) => b.has(name)).length;
  return (2 * shared) / (a.size + b.size);
}
