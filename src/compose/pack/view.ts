import type { LocalizedCode } from '../../catalogue/localized.ts';
import { described, flag, list, number, optional, record, text, type ViewOf, words } from '../shape.ts';
import { viewStanding } from '../standing.ts';
import { NO_ROLE, viewCode } from '../workbook/view.ts';
import type { PackContract, PackSet } from './set.ts';

const annexes = list(text);

/** What every template of a pack may read: who makes it, and what is in it. */
const setFields = {
  brand: record({
    name: text,
    legal: described(text, 'The name of the legal person.'),
    footer: described(optional(text), "The brand's own words for the footer."),
  }),
  language: described(text, 'Such as fr.'),
  members: described(
    list(
      record({
        anchor: described(text, 'What links and page numbers name: `<a href="#{{anchor}}">`.'),
        annex: described(text, 'Its label in the pack, such as 2.'),
        product: described(text, 'Its name.'),
        sheet: described(text, 'Its sheet in the workbook: `<a sheet="{{sheet}}">`.'),
        edition: text,
        updated: described(text, 'ISO date; print it with `{{date updated}}`.'),
        reference: described(text, 'Such as EMP-RM-2026-03-EN.'),
        activityCount: number,
        draft: described(flag, 'Whether the edition is not released.'),
        marks: described(
          list(words('draft-mark', 'machine-mark', 'stale-mark')),
          'Words for what a reader must know: `{{#each marks}}{{word this}}{{/each}}`.',
        ),
      }),
    ),
    'The annexes in their order.',
  ),
  newest: described(text, 'ISO date of the newest edition in it.'),
  productCount: described(number, 'How many products they are about: two may be editions of one.'),
};

/** What else is the same for all who order the same annexes. */
const contentsFields = {
  codes: described(
    list(record({ sign: text, name: text, meaning: text, look: words('filled', 'strong', 'quiet') })),
    'The legend, where one holds for all annexes, which then print none; else empty.',
  ),
  noRole: described(text, 'What a cell of the workbook says where a party has no role.'),
  prevailing: described(
    list(
      record({
        language: described(text, 'As an adjective: English.'),
        annexes,
        isAll: described(flag, 'Whether that is so for all annexes.'),
      }),
    ),
    'The languages whose text prevails over that of the pack, and for which annexes.',
  ),
  drafts: described(annexes, 'Labels of annexes that are not released.'),
  machine: described(annexes, 'Labels of those that a machine translated and nobody reviewed.'),
  machineFrame: described(annexes, 'Labels of those around whose original text it did so.'),
  stale: described(annexes, 'Labels of those with clauses that translate an earlier wording.'),
};

/** What only the cover and the overview may read; `columns` are those that the contracts have. */
function contractFields(columns: readonly string[]) {
  const further = Object.fromEntries(columns.map((name) => [name, optional(text)]));
  return {
    contract: record({
      id: described(text, 'As the contract is called.'),
      customer: text,
      date: described(optional(text), 'ISO date; print it with `{{date contract.date}}`.'),
      columns: described(record(further), 'Further columns of data/contracts.csv: `contract.columns.site`.'),
    }),
  };
}

/** What templates/pack.hbs may read. */
export function packCoverShape(columns: readonly string[]) {
  return record({ ...contractFields(columns), ...setFields });
}

/** What templates/pack-contents.hbs may read: nothing of a contract, since many share it. */
export const packContentsShape = record({ ...setFields, ...contentsFields });

/** What templates/pack-workbook.hbs may read. */
export function packOverviewShape(columns: readonly string[]) {
  return record({ ...contractFields(columns), ...setFields, ...contentsFields });
}

export type PackCoverView = ViewOf<ReturnType<typeof packCoverShape>>;
export type PackContentsView = ViewOf<typeof packContentsShape>;
export type PackOverviewView = ViewOf<ReturnType<typeof packOverviewShape>>;

/** Prepares what templates may read of a set. */
export function viewSet(set: PackSet): PackContentsView {
  const { brand, language, members } = set;
  const labelsOf = (holds: (standing: ReturnType<typeof viewStanding>) => boolean) =>
    members.flatMap(({ product }) => (holds(viewStanding(product)) ? [labelOf(product)] : []));
  return {
    brand: { name: brand.name, legal: brand.legal, footer: brand.footer },
    language,
    members: members.map(viewMember),
    newest: newestDate(set),
    productCount: new Set(members.map(({ product }) => product.id)).size,
    codes: commonLegend(set).map(viewCode),
    noRole: NO_ROLE,
    prevailing: viewPrevailing(set),
    drafts: labelsOf(({ draft }) => draft),
    machine: labelsOf(({ machine }) => machine !== undefined),
    machineFrame: labelsOf(({ machineFrame }) => machineFrame),
    stale: labelsOf(({ stale }) => stale !== undefined),
  };
}

/** The date of the newest edition in a set, for what has no date of its own. */
export function newestDate({ members }: PackSet): string {
  return members.reduce((newest, { product }) => (product.updated > newest ? product.updated : newest), '');
}

/** Prepares what templates may read of a contract: a column that it leaves empty is absent. */
export function viewContract(
  { id, customer, date, columns }: PackContract,
  known: readonly string[],
): PackCoverView['contract'] {
  const filled = known.map((name) => [name, (Object.hasOwn(columns, name) && columns[name]) || undefined]);
  return { id, customer, date: date || undefined, columns: Object.fromEntries(filled) };
}

/** The codes of all members, where they are the same and mean the same; else none. */
export function commonLegend({ members }: PackSet): readonly LocalizedCode[] {
  const [first, ...others] = members.map(({ product }) => product.codes);
  const said = JSON.stringify(first);
  return first !== undefined && others.every((codes) => JSON.stringify(codes) === said) ? first : [];
}

function viewMember({
  anchor,
  sheet,
  product,
}: PackSet['members'][number]): PackContentsView['members'][number] {
  const { name, edition, updated, reference, activityCount } = product;
  const { draft, marks } = viewStanding(product);
  const annex = labelOf(product);
  return { anchor, annex, product: name, sheet, edition, updated, reference, activityCount, draft, marks };
}

function viewPrevailing({ members }: PackSet): PackContentsView['prevailing'] {
  const labels = new Map<string, string[]>();
  for (const { product } of members) {
    const { prevailing } = product.standing;
    if (prevailing) labels.set(prevailing.name, [...(labels.get(prevailing.name) ?? []), labelOf(product)]);
  }
  return [...labels].map(([language, annexes]) => ({
    language,
    annexes,
    isAll: annexes.length === members.length,
  }));
}

function labelOf({ annex = '' }: PackSet['members'][number]['product']): string {
  return annex;
}
