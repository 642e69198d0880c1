import { described, flag, list, number, optional, record, text, type ViewOf, words } from '../shape.ts';
import { standingFields } from '../standing.ts';

/** Kinds of change of an activity: ids of the words that say them. */
export const activityKinds = [
  'kind-added',
  'kind-removed',
  'kind-moved',
  'kind-reworded',
  'kind-note',
  'kind-relocated',
  'kind-column',
  'kind-unread',
] as const;

/** Kinds of change around the activities: ids of the words that say them. */
export const surroundingKinds = [
  'around-section',
  'around-party',
  'around-code',
  'around-split',
  'around-merged',
  'around-name',
  'around-summary',
  'around-note',
  'around-link',
  'around-annex',
  'around-title',
  'around-no-role',
  'around-prevailing',
] as const;

const pieces = list(
  record({ text, isChanged: described(flag, 'Whether the piece was added, or in an earlier text removed.') }),
);

const rewording = {
  now: described(pieces, 'The text as it is; nothing where it left.'),
  before: described(pieces, 'The text as it was; nothing where it joined, or reads the same.'),
  isCut: described(
    flag,
    'Whether words of it were removed, so that the text as it is does not show what it was.',
  ),
};

const activity = record({
  clause: described(text, 'The number it has now, or had.'),
  was: described(optional(text), 'The number that it had, where it has another now.'),
  kinds: described(list(words(...activityKinds)), 'What changed: `{{#each kinds}}{{word this}}{{/each}}`.'),
  isAdded: flag,
  isRemoved: flag,
  text: record(rewording),
  note: described(optional(record(rewording)), 'There where its note changed.'),
  columns: described(
    list(record({ column: text, before: text, now: text })),
    'Further columns that changed, by their headers.',
  ),
  cells: described(
    list(
      record({
        party: described(text, 'Its name.'),
        before: described(text, 'The signs with spaces between; nothing for no role.'),
        now: text,
        isChanged: flag,
      }),
    ),
    'One per party.',
  ),
});

const counted = list(record({ name: text, count: number }));

/** What templates of the change annex may read. */
export const changeShape = record({
  brand: record({
    name: text,
    legal: described(text, 'The name of the legal person.'),
    footer: described(optional(text), "The brand's own words for the footer."),
  }),
  id: described(text, 'Id of the product.'),
  language: described(text, 'Such as fr.'),
  product: described(text, 'Its name.'),
  earlier: described(text, 'The edition that it is compared with.'),
  edition: described(text, 'The edition that is compared.'),
  updated: described(
    text,
    'ISO date from which that edition is in effect; print it with `{{date updated}}`.',
  ),
  reference: described(text, 'Such as EMP-RM-CH-2026-03-EN.'),
  annex: described(optional(text), 'Label of the annex in its contract, such as 2.'),
  parties: described(
    list(record({ id: text, name: text, short: described(text, 'For the head of a column.') })),
    'Of both editions, in the order of their columns.',
  ),
  isListed: described(flag, 'Whether there are more parties than columns, so that a cell has to name them.'),
  hasFilled: described(flag, 'Whether a code is printed on a filled square.'),
  codes: described(
    list(record({ sign: text, name: text, meaning: text, look: words('filled', 'strong', 'quiet') })),
    'The legend, in printing order.',
  ),
  noRole: described(text, 'What a cell says where a party has no role.'),
  counts: described(
    list(record({ kind: words(...activityKinds, 'kind-renumbered', 'kind-unchanged'), count: number })),
    'How many activities of each kind there are, those kinds left out of which there are none.',
  ),
  takes: described(counted, 'Parties that take duties from others, and how many.'),
  joins: described(counted, 'Parties that join in duties of others, or take those that nobody had.'),
  leaves: described(counted, 'Parties that leave duties which nobody takes.'),
  sections: described(
    list(
      record({
        number: text,
        title: text,
        level: described(number, 'Level of its heading: 2 for a top section.'),
        activities: list(activity),
      }),
    ),
    'The sections in which an activity changed, and those they stand in.',
  ),
  renumbered: described(
    list(record({ before: text, now: text, text })),
    'Activities of which nothing changed but the number.',
  ),
  around: described(
    list(record({ kind: words(...surroundingKinds), ...rewording })),
    'What changed around the activities.',
  ),
  changeCount: described(number, 'How many activities differ.'),
  ...standingFields,
});

/** The view of a change annex. */
export type ChangeView = ViewOf<typeof changeShape>;
