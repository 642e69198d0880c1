import type { PartySummary, Summary } from './summary.ts';

/**
 * What changed in a product, for people at a terminal: `3 duties move to the customer, 1 activity removed`. Empty where
 * nothing of the matrix did.
 */
export function saySummary(summary: Summary): string {
  const { parties, consulted, added, removed, reworded, notes, relocated, renumbered } = summary;
  const takes = parties.flatMap((party) =>
    say(party.takes, 'duty moves', 'duties move', `to ${nameOf(party)}`),
  );
  const joins = parties.flatMap((party) =>
    say(party.joins, 'duty is', 'duties are', `new to ${nameOf(party)}`),
  );
  const leaves = parties.flatMap((party) => say(party.leaves, 'duty leaves', 'duties leave', nameOf(party)));
  return [
    ...takes,
    ...joins,
    ...leaves,
    ...say(consulted, 'activity changes', 'activities change', 'in its other roles'),
    ...say(added, 'activity', 'activities', 'added'),
    ...say(removed, 'activity', 'activities', 'removed'),
    ...say(reworded, 'activity', 'activities', 'reworded'),
    ...say(notes, 'note', 'notes', 'changed'),
    ...say(summary.split, 'activity', 'activities', 'split'),
    ...say(summary.merged, 'activity', 'activities', 'merged'),
    ...say(relocated, 'activity', 'activities', 'moved to another section'),
    ...say(renumbered, 'clause', 'clauses', 'renumbered'),
    ...say(summary.unread, 'activity', 'activities', 'whose codes could not be compared'),
  ].join(', ');
}

function say(count: number, one: string, several: string, rest: string): string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : several} ${rest}`];
}

/** Names that are plain words stand with their article: the customer, but Acme, and the initials of a team. */
function nameOf({ id, name }: PartySummary): string {
  const isWord = name.toLowerCase() === id && name.slice(1) === id.slice(1);
  return isWord ? `the ${id}` : name;
}
