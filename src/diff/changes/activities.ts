import type { Comparison } from '../comparison.ts';
import { groupBy } from '../identity/pairing.ts';
import { type Row, textIn } from '../identity/side.ts';
import { type Merged, mergeLists } from '../order.ts';
import type { ComparedActivity, ComparedParty, ExtraChange, PlacedActivity } from '../product-diff.ts';
import { findMoves, heldBy } from './duties.ts';
import { reword } from './rewording.ts';
import type { SectionPlaces } from './sections.ts';

/** All activities of two editions, section by section, with what became of each. */
export function compareActivities(
  comparison: Comparison,
  places: SectionPlaces,
  parties: readonly ComparedParty[],
): ComparedActivity[] {
  const { old, now } = comparison;
  const olds = rowsBySection(old.rows, places.ofOld);
  const nows = rowsBySection(now.rows, places.ofNow);
  const merged = places.sections.flatMap((_, section) =>
    mergeLists(olds.get(`${section}`) ?? [], nows.get(`${section}`) ?? [], comparison.rows),
  );
  const taken = new Set(now.rows.map(({ activity: { id, clause } }) => id || clause));
  return merged.map((at) => compareActivity(at, { ...comparison, places, comparedParties: parties, taken }));
}

function rowsBySection(rows: readonly Row[], placeOf: (section: number) => number): Map<string, number[]> {
  return groupBy([...rows.keys()], (at) => `${placeOf(rows[at]!.section)}`);
}

type Context = Comparison & {
  readonly places: SectionPlaces;
  readonly comparedParties: readonly ComparedParty[];
  /** Ids, and clauses in place of missing ones, that activities of the later edition go by. */
  readonly taken: ReadonlySet<string>;
};

function compareActivity(at: Merged, context: Context): ComparedActivity {
  const { isSame, isUnread, taken } = context;
  const was = at.old === undefined ? undefined : context.old.rows[at.old]!;
  const is = at.now === undefined ? undefined : context.now.rows[at.now]!;
  const old = was && placeOld(was, context);
  const now = is && placeNow(is, context);
  const unread = (was !== undefined && isUnread(was, 'old')) || (is !== undefined && isUnread(is, 'now'));
  const both = old && now && { old, now };
  return {
    id: now ? now.id || now.clause : nameOfGone(old!, taken),
    old,
    now,
    duties: both && !unread ? findMoves(both.old.held, both.now.held) : [],
    isUnread: unread,
    wording: both && reword(both.old.text, both.now.text, isSame),
    note: both && reword(both.old.note ?? '', both.now.note ?? '', isSame),
    isRelocated: both !== undefined && both.old.section !== both.now.section,
    extras: was && is ? compareExtras(was, is) : [],
  };
}

/** The id or clause of what is gone may name another activity in the later edition; then it is told apart from that. */
function nameOfGone({ id, clause }: PlacedActivity, taken: ReadonlySet<string>): string {
  return [id, clause].find((name) => name !== '' && !taken.has(name)) ?? `old ${clause}`;
}

function placeOld(row: Row, { places, language, comparedParties, say }: Context): PlacedActivity {
  return { ...place(row, language, places.ofOld), held: heldBy(row.activity, comparedParties, 'old', say) };
}

function placeNow(row: Row, { places, language, comparedParties }: Context): PlacedActivity {
  return { ...place(row, language, places.ofNow), held: heldBy(row.activity, comparedParties, 'now') };
}

function place({ activity, section, text }: Row, language: string, placeOf: (section: number) => number) {
  const { id, clause, note } = activity;
  return {
    id,
    clause,
    section: placeOf(section),
    text,
    note: note && textIn(note, language),
  };
}

function compareExtras({ activity: was }: Row, { activity: is }: Row): ExtraChange[] {
  const columns = new Set([...Object.keys(was.extras ?? {}), ...Object.keys(is.extras ?? {})]);
  return [...columns].flatMap((column) => {
    const [from = '', to = ''] = [was.extras?.[column], is.extras?.[column]];
    return from === to ? [] : [{ column, from, to }];
  });
}
