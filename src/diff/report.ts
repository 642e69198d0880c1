import { isChanged, isRenumbered } from './changed.ts';
import type {
  ComparedActivity,
  ComparedSection,
  EditionHead,
  PlacedActivity,
  ProductDiff,
} from './product-diff.ts';
import { type Summary, summarize } from './summary.ts';

/** What changed in a product as `annex diff --json` says it, activities by their ids; docs/diff.md describes it. */
export type DiffReport = ReturnType<typeof reportDiff>;

/** Lists the changes of a product by their kinds. */
export function reportDiff(diff: ProductDiff) {
  const { activities, sections, parties, codes, splits, merges } = diff;
  const both = activities.filter(({ old, now }) => old !== undefined && now !== undefined);
  const keyAt = ({ section }: PlacedActivity) => sections[section]!.key;
  return {
    product: diff.product,
    state: diff.state,
    language: diff.language,
    old: reportHead(diff.old),
    now: reportHead(diff.now),
    summary: summarize(diff) satisfies Summary,
    moved: both.filter(({ duties }) => duties.length > 0).map((activity) => reportMove(activity, diff)),
    added: activities.filter(({ old }) => old === undefined).map(({ id }) => id),
    removed: activities.filter(({ now }) => now === undefined).map(({ id }) => id),
    reworded: both.flatMap(({ id, wording }) => (wording ? [{ id, ...wording }] : [])),
    renumbered: both
      .filter(isRenumbered)
      .map(({ id, old, now }) => ({ id, from: old!.clause, to: now!.clause })),
    relocated: both
      .filter(({ isRelocated }) => isRelocated)
      .map(({ id, old, now }) => ({ id, from: keyAt(old!), to: keyAt(now!) })),
    notes: both.flatMap(({ id, note }) => (note ? [{ id, ...note }] : [])),
    rekeyed: both
      .filter(({ old, now }) => old!.id !== now!.id)
      .map(({ old, now }) => ({ from: old!.id, to: now!.id })),
    split: splits,
    merged: merges,
    columns: both.flatMap(({ id, extras }) => extras.map((change) => ({ id, ...change }))),
    unread: activities.filter(({ isUnread }) => isUnread).map(({ id }) => id),
    sections: reportSections(sections),
    parties: {
      added: parties.filter(({ old }) => !old).map(({ id }) => id),
      removed: parties.filter(({ now }) => !now).map(({ id }) => id),
      renamed: parties.flatMap(({ id, old, now, isRenamed }) =>
        isRenamed ? [{ id, from: old!.name, to: now!.name }] : [],
      ),
    },
    codes: {
      added: codes.filter(({ old }) => !old).map(({ sign }) => sign),
      removed: codes.filter(({ now }) => !now).map(({ sign }) => sign),
      redefined: codes.flatMap(({ sign, old, now, isRedefined }) =>
        isRedefined ? [{ sign, from: old!, to: now! }] : [],
      ),
    },
    around: diff.frame,
    texts: diff.texts,
    languages: diff.languages,
    clauses: Object.fromEntries(
      activities
        .filter((activity) => isChanged(activity) || activity.isUnread)
        .map((activity) => [activity.id, reportClause(activity, sections)]),
    ),
  };
}

function reportHead(head: EditionHead | undefined) {
  if (head === undefined) return null;
  const { product, name, edition, date, draft } = head;
  return { product, name, edition, date, draft };
}

/** `{id, from, to, gained, lost}`: signs by the id of the party, of those that were or are there. */
function reportMove({ id, old, now, duties }: ComparedActivity, { parties }: ProductDiff) {
  const heldIn = ({ held }: PlacedActivity) =>
    Object.fromEntries(
      parties.flatMap((party, at) => (held[at] === undefined ? [] : [[party.id, held[at]]])),
    );
  const byParty = (part: 'gained' | 'lost') =>
    Object.fromEntries(
      duties.flatMap((move) => (move[part].length === 0 ? [] : [[parties[move.party]!.id, move[part]]])),
    );
  return {
    id,
    from: heldIn(old!),
    to: heldIn(now!),
    gained: byParty('gained'),
    lost: byParty('lost'),
  };
}

function reportSections(sections: readonly ComparedSection[]) {
  return {
    added: sections.filter(({ old }) => !old).map(({ key }) => key),
    removed: sections.filter(({ now }) => !now).map(({ key }) => key),
    retitled: sections.flatMap(({ key, title }) => (title ? [{ key, ...title }] : [])),
    renumbered: sections.flatMap(({ key, old, now }) =>
      old && now && old.number !== now.number ? [{ key, from: old.number, to: now.number }] : [],
    ),
  };
}

/** Where an activity is cited from, and what it says; null for an edition that does not have it. */
function reportClause({ old, now }: ComparedActivity, sections: readonly ComparedSection[]) {
  const { section, text } = (now ?? old)!;
  return {
    from: old?.clause ?? null,
    to: now?.clause ?? null,
    section: sections[section]!.key,
    text,
  };
}
