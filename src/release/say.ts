import type { EditionChanges } from '../edition/history.ts';
import type { Breach } from '../edition/promise.ts';

/** What changed, for people at a terminal: `2 duties moved, 1 activity added`. Empty where the matrix did not. */
export function sayChanges(changes: EditionChanges): string {
  const { moved, added, removed, reworded, renumbered, headings, parties, legend, notes } = changes;
  return [
    count(moved, 'duty moved', 'duties moved'),
    count(added, 'activity added', 'activities added'),
    count(removed, 'activity removed', 'activities removed'),
    count(reworded, 'activity reworded', 'activities reworded'),
    count(renumbered, 'clause renumbered', 'clauses renumbered'),
    headings ? 'headings changed' : '',
    parties ? 'parties changed' : '',
    legend ? 'legend changed' : '',
    notes ? 'summary, notes or links changed' : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function count({ length }: readonly string[], one: string, several: string): string {
  return length === 0 ? '' : `${length} ${length === 1 ? one : several}`;
}

/**
 * What was changed outside the matrix, for people at a terminal: `reviewed text in fr`, `date, reference`.
 *
 * @param language that prevails
 */
export function sayBreaches(breaches: readonly Breach[], language: string): string {
  const tags = breaches.flatMap((breach) => breach.language ?? []).filter((tag) => tag !== language);
  const members = breaches.filter((breach) => breach.language === undefined || breach.language === language);
  return [
    ...new Set(members.map(({ member }) => member)),
    ...(tags.length === 0 ? [] : [`reviewed text in ${[...new Set(tags)].join(', ')}`]),
  ].join(', ');
}
