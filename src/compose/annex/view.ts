import type { LocalizedProduct, LocalizedSection } from '../../catalogue/localized.ts';
import type { Brand } from '../../catalogue/model.ts';
import { flag, list, number, optional, record, text, type ViewOf, words } from '../shape.ts';

const note = record({ number, text });
const prevailing = { language: text, title: text };

/** What templates of the annex may read. */
export const annexShape = record({
  /** The brand's name, the legal entity behind it, and its own words for the footer. */
  brand: record({ name: text, legal: text, footer: optional(text) }),
  product: text,
  edition: text,
  /** ISO date; print it with `{{date updated}}`. */
  updated: text,
  reference: text,
  /** Label of the annex in its contract, such as `2`. */
  annex: optional(text),
  draft: flag,
  summary: optional(text),
  parties: list(record({ name: text, short: text, accountableFor: number })),
  /** Whether the code set has a code for who is accountable. */
  hasAccountable: flag,
  codes: list(record({ sign: text, name: text, meaning: text })),
  /** All sections in their order; one without activities is a heading over those that follow. */
  sections: list(
    record({
      number: text,
      title: text,
      /** Level of its heading: 2 for a top section. */
      level: number,
      activities: list(
        record({
          clause: text,
          text,
          note: optional(note),
          /** One per party; `held` has the signs with spaces between, nothing for no role. */
          cells: list(record({ party: text, held: text })),
        }),
      ),
    }),
  ),
  activityCount: number,
  /** Notes of activities, by number. */
  footnotes: list(note),
  /** Notes of the product. */
  notes: list(text),
  links: list(record({ text, url: text })),
  /** Words for the running lines, such as `draft-mark`. */
  marks: list(words('draft-mark', 'machine-mark', 'stale-mark')),
  /** There where text was translated by a machine and nobody reviewed it. */
  machine: optional(record(prevailing)),
  /** There where clauses translate an earlier wording. */
  stale: optional(record({ ...prevailing, clauses: list(text) })),
});

/** The view of an annex template. */
export type AnnexView = ViewOf<typeof annexShape>;

/** Prepares what a template of the annex may read. */
export function viewAnnex(product: LocalizedProduct, brand: Brand): AnnexView {
  const { standing } = product;
  const { prevailing } = standing;
  const isMachine = standing.state === 'machine' && prevailing !== undefined;
  const isStale = standing.staleClauses.length > 0 && prevailing !== undefined;
  return {
    brand: { name: brand.name, legal: brand.legal, footer: brand.footer },
    product: product.name,
    edition: product.edition,
    updated: product.updated,
    reference: product.reference,
    annex: product.annex,
    draft: product.draft,
    summary: product.summary,
    parties: product.parties.map(({ name, short, accountableFor }) => ({ name, short, accountableFor })),
    hasAccountable: product.codes.some((code) => code.role === 'accountable'),
    codes: product.codes.map(({ sign, name, meaning }) => ({ sign, name, meaning })),
    sections: product.sections.map(viewSection),
    activityCount: product.activityCount,
    footnotes: footnotesOf(product.sections),
    notes: product.notes,
    links: product.links,
    marks: [
      ...(product.draft ? (['draft-mark'] as const) : []),
      ...(isMachine ? (['machine-mark'] as const) : []),
      ...(isStale ? (['stale-mark'] as const) : []),
    ],
    machine: isMachine ? { language: prevailing.name, title: prevailing.title } : undefined,
    stale: isStale
      ? { language: prevailing.name, title: prevailing.title, clauses: standing.staleClauses }
      : undefined,
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
