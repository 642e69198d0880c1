import type { ChangeView } from '../../compose/change/view.ts';
import { isAltered, isRenumbered } from '../changed.ts';
import type { ComparedActivity, ComparedSection, PlacedActivity, ProductDiff } from '../product-diff.ts';
import { changedPieces, samePieces, wholePieces } from './pieces.ts';

type SectionView = ChangeView['sections'][number];
type ActivityView = SectionView['activities'][number];
type Kind = ActivityView['kinds'][number];

/** Whether a change annex lists an activity: what only has another number is told apart. */
export function isListed(activity: ComparedActivity): boolean {
  return isAltered(activity) || activity.isUnread;
}

/** The sections in which an activity changed, under the headings that they stand in. */
export function viewSections(diff: ProductDiff): SectionView[] {
  const keyOf = ({ now, old }: ComparedSection) => (now ?? old)!.key;
  const sections = diff.sections.map((section, at) => ({
    key: keyOf(section),
    section,
    activities: diff.activities.filter((activity) => isListed(activity) && placeOf(activity).section === at),
  }));
  const filled = sections.filter(({ activities }) => activities.length > 0);
  return sections
    .filter(({ key }) => filled.some((other) => other.key === key || other.key.startsWith(`${key}.`)))
    .map(({ section, activities, key }) => {
      const { number, title } = (section.now ?? section.old)!;
      const level = Math.min(key.split('.').length + 1, deepestHeading);
      return { number, title, level, activities: activities.map((one) => viewActivity(one, diff)) };
    });
}

const deepestHeading = 6;

function placeOf({ now, old }: ComparedActivity): PlacedActivity {
  return (now ?? old)!;
}

function viewActivity(activity: ComparedActivity, { parties }: ProductDiff): ActivityView {
  const { old, now, wording, note, extras, duties } = activity;
  const { clause, text } = placeOf(activity);
  const signs = (place: PlacedActivity | undefined, party: number) => (place?.held[party] ?? []).join(' ');
  return {
    clause,
    was: isRenumbered(activity) ? old!.clause : undefined,
    kinds: kindsOf(activity),
    isAdded: old === undefined,
    isRemoved: now === undefined,
    text:
      now === undefined ? wholePieces(text, 'before') : wording ? changedPieces(wording) : samePieces(text),
    note: note && changedPieces(note),
    columns: extras.map(({ column, from, to }) => ({ column, before: from, now: to })),
    cells: parties.map((party, at) => ({
      party: (party.now ?? party.old)!.name,
      before: signs(old, at),
      now: signs(now, at),
      isChanged:
        !old || !now
          ? (placeOf(activity).held[at] ?? []).length > 0
          : duties.some((move) => move.party === at),
    })),
  };
}

/** What changed in an activity, by the words that say it. */
export function kindsOf(activity: ComparedActivity): Kind[] {
  const { old, now, duties, wording, note, isRelocated, extras, isUnread } = activity;
  const kinds: [boolean, Kind][] = [
    [old === undefined, 'kind-added'],
    [now === undefined, 'kind-removed'],
    [duties.length > 0, 'kind-moved'],
    [wording !== undefined, 'kind-reworded'],
    [note !== undefined, 'kind-note'],
    [isRelocated, 'kind-relocated'],
    [extras.length > 0, 'kind-column'],
    [isUnread, 'kind-unread'],
  ];
  return kinds.flatMap(([holds, kind]) => (holds ? [kind] : []));
}
