import type { LocalizedProduct, LocalizedSection } from '../../catalogue/localized.ts';
import type { Brand } from '../../catalogue/model.ts';
import { historyShape, viewHistory } from '../history.ts';
import { described, flag, list, number, optional, record, text, type ViewOf } from '../shape.ts';
import { standingFields, viewStanding } from '../standing.ts';

const note = record({
  number: described(number, 'Printed raised behind the activity.'),
  text,
});
/** What templates of the annex may read. */
export const annexShape = record({
  brand: record({
    name: text,
    legal: described(text, 'The name of the legal person.'),
    footer: described(optional(text), "The brand's own words for the footer."),
  }),
  product: described(text, 'Its name.'),
  edition: text,
  updated: described(text, 'ISO date; print it with `{{date updated}}`.'),
  reference: described(text, 'Such as EMP-RM-2026-03-EN.'),
  annex: described(optional(text), 'Label of the annex in its contract, such as 2.'),
  summary: optional(text),
  parties: described(
    list(
      record({
        name: text,
        short: described(text, 'For the head of a column.'),
        accountableFor: described(number, 'How many activities it is accountable for.'),
      }),
    ),
    'In the order of their columns.',
  ),
  hasAccountable: described(flag, 'Whether the code set has a code for who is accountable.'),
  codes: described(list(record({ sign: text, name: text, meaning: text })), 'The legend, in printing order.'),
  hasLegend: described(
    flag,
    'Whether to print it: in a pack whose annexes all have the same, the contents do.',
  ),
  pack: described(flag, 'Whether the annex stands in a pack.'),
  sections: described(
    list(
      record({
        number: text,
        title: text,
        level: described(number, 'Level of its heading: 2 for a top section.'),
        activities: list(
          record({
            clause: described(text, 'Such as 3.1.2.4.'),
            text,
            note: optional(note),
            cells: described(
              list(
                record({
                  party: described(text, 'Id of the party.'),
                  held: described(text, 'The signs with spaces between; nothing for no role.'),
                }),
              ),
              'One per party.',
            ),
          }),
        ),
      }),
    ),
    'All sections in their order; one without activities is a heading over those that follow.',
  ),
  activityCount: number,
  footnotes: described(list(note), 'Notes of activities, by number.'),
  notes: described(list(text), 'Notes of the product.'),
  links: list(record({ text, url: text })),
  history: historyShape,
  ...standingFields,
});

/** The view of an annex template. */
export type AnnexView = ViewOf<typeof annexShape>;

/** What an annex is to know of the pack that it stands in. */
export type InPack = {
  /** Whether it explains its codes: not where the contents of the pack do. */
  readonly hasLegend: boolean;
};

/** Prepares what a template of the annex may read. */
export function viewAnnex(product: LocalizedProduct, brand: Brand, pack?: InPack): AnnexView {
  return {
    brand: { name: brand.name, legal: brand.legal, footer: brand.footer },
    product: product.name,
    edition: product.edition,
    updated: product.updated,
    reference: product.reference,
    annex: product.annex,
    summary: product.summary,
    parties: product.parties.map(({ name, short, accountableFor }) => ({ name, short, accountableFor })),
    hasAccountable: product.codes.some((code) => code.role === 'accountable'),
    codes: product.codes.map(({ sign, name, meaning }) => ({ sign, name, meaning })),
    hasLegend: pack?.hasLegend ?? true,
    pack: pack !== undefined,
    sections: product.sections.map(viewSection),
    activityCount: product.activityCount,
    footnotes: footnotesOf(product.sections),
    notes: product.notes,
    links: product.links,
    history: viewHistory(product),
    ...viewStanding(product),
  };
}

const deepestHeading = 6;

function viewSection(section: LocalizedSection): AnnexView['sections'][number] {
  return {
    number: section.number,
    title: section.title,
    // The title of the annex is the one heading of level 1.
    level: Math.min(section.depth + 1, deepestHeading),
    activities: section.activities.map(({ clause, text, note, cells }) => ({
      clause,
      text,
      note,
      cells: cells.map(({ party, held }) => ({ party, held: held.join(' ') })),
    })),
  };
}

/** The notes of activities, each number once, in order. */
function footnotesOf(sections: readonly LocalizedSection[]): AnnexView['footnotes'] {
  const notes = sections.flatMap((section) => section.activities).flatMap(({ note }) => (note ? [note] : []));
  const byNumber = new Map(notes.map((note) => [note.number, note]));
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}
