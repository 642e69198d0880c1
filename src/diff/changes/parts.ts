import { type Profile, profileOf } from '../../likeness/likeness.ts';
import type { ComparedActivity, Merge, Split } from '../product-diff.ts';

/** So much of a part must stand in the whole, and so much of the whole in its parts. */
const partOfWhole = 0.75;
const wholeInParts = 0.7;

/**
 * Activities that became several: what was said in one stands in several of the same section now, one of which may
 * still go by its id. They are told beside what was added, removed and reworded, for nobody can prove them.
 */
export function findSplits(activities: readonly ComparedActivity[]): Split[] {
  const added = activities.filter(({ old }) => old === undefined);
  return activities.flatMap((activity): Split[] => {
    const { id, old, now, wording } = activity;
    if (old === undefined || (now !== undefined && wording === undefined)) return [];
    const nearby = added.filter((other) => other.now!.section === (now ?? old).section);
    const rest = now === undefined ? [] : [now.text];
    const parts = findParts(
      old.text,
      rest,
      nearby.map((other) => other.now!.text),
    );
    const found = new Set(parts.map((at) => nearby[at]!.id));
    const into = activities.filter((one) => found.has(one.id) || (one === activity && now !== undefined));
    return into.length > 1 ? [{ id, into: into.map((one) => one.id) }] : [];
  });
}

/** Activities that became one, found as splits are, from the other side. */
export function findMerges(activities: readonly ComparedActivity[]): Merge[] {
  const turned = activities.map((activity) => ({ ...activity, old: activity.now, now: activity.old }));
  return findSplits(turned).map(({ id, into }) => ({ ids: into, into: id }));
}

/**
 * Which of some texts are parts of a whole, by their positions; none where they and what is known to be left of the
 * whole do not make it up again.
 */
function findParts(whole: string, rest: readonly string[], texts: readonly string[]): number[] {
  const profile = profileOf(whole);
  const known = rest.map(profileOf);
  // What is left of it must be a part of it too: a text written anew was not split.
  if (known.some((part) => shareIn(part, profile) < partOfWhole)) return [];
  const parts = texts.flatMap((text, at) => {
    const part = profileOf(text);
    const isPart = shareIn(part, profile) >= partOfWhole && part.length < profile.length;
    return isPart ? [{ at, part }] : [];
  });
  const adding = parts.filter(({ part }) => addsTo(known, part, profile));
  const all = [...known, ...adding.map(({ part }) => part)];
  return all.length > 1 && shareIn(profile, joinProfiles(all)) >= wholeInParts
    ? adding.map(({ at }) => at)
    : [];
}

/** Whether a part says something of the whole that the parts known so far do not. */
function addsTo(known: readonly Profile[], part: Profile, whole: Profile): boolean {
  if (known.length === 0) return true;
  const before = joinProfiles(known);
  return shareIn(whole, joinProfiles([before, part])) - shareIn(whole, before) > 0.15;
}

function joinProfiles(profiles: readonly Profile[]): Profile {
  return Float64Array.from(profiles.flatMap((profile) => [...profile])).sort();
}

/** The share of a profile that stands in another. */
function shareIn(part: Profile, whole: Profile): number {
  let shared = 0;
  for (let i = 0, j = 0; i < part.length && j < whole.length; ) {
    const [x, y] = [part[i]!, whole[j]!];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return part.length === 0 ? 0 : shared / part.length;
}
