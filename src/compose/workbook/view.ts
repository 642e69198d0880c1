import type { LocalizedCode, LocalizedProduct, LocalizedSection } from '../../catalogue/localized.ts';
import { historyShape, viewHistory } from '../history.ts';
import { described, flag, list, number, optional, record, text, type ViewOf, words } from '../shape.ts';
import { standingFields, viewStanding } from '../standing.ts';
import { codeOptions } from './options.ts';
import type { WorkbookBrand } from './styles.ts';

/** What a party's cell says where it has no role in an activity. */
export const NO_ROLE = '–';

const COLUMNS_ON_UPRIGHT_PAGE = 4;

/** What workbook templates may read. */
export const workbookShape = record({
  id: described(text, 'Id of the product.'),
  product: described(text, 'Its name.'),
  language: described(text, 'Such as fr.'),
  edition: text,
  updated: described(text, 'ISO date.'),
  summary: optional(text),
  notes: described(list(text), 'Notes of the product.'),
  links: list(record({ text, url: text })),
  reference: described(text, 'Such as EMP-RM-2026-03-EN.'),
  annex: described(optional(text), 'Label of the annex in its contract, such as 2.'),
  history: historyShape,
  brand: record({ name: text, legal: described(text, 'The name of the legal person.') }),
  ...standingFields,
  parties: described(list(record({ id: text, name: text, short: text })), 'In the order of their columns.'),
  partyNames: list(text),
  codes: described(
    list(record({ sign: text, name: text, meaning: text, look: words('filled', 'strong', 'quiet') })),
    'The legend, in printing order.',
  ),
  noRole: described(text, 'What a cell says where a party has no role.'),
  counted: described(
    list(record({ sign: text, name: text })),
    'The codes that the summary counts for each party: those who answer and who act, or else all.',
  ),
  wideSummary: described(flag, 'Whether those counts take more columns than an upright page shows well.'),
  accountable: described(
    optional(text),
    'The sign that exactly one party of every activity has to hold, where the code set has it.',
  ),
  options: described(list(text), 'What may be chosen in a cell.'),
  example: described(text, 'One of them.'),
  hasChapters: described(flag, 'Whether sections stand in chapters.'),
  hasNotes: described(flag, 'Whether an activity has a note.'),
  sections: described(list(record({ label: text })), 'Sections that hold activities, in order.'),
  activityCount: number,
  activities: list(
    record({
      id: text,
      clause: described(text, 'Such as 3.1.2.4.'),
      chapter: described(text, 'Number and title of its top section.'),
      section: described(text, 'Number and title of its section.'),
      text,
      note: described(text, 'Empty where there is none.'),
      held: described(list(text), 'One text per party: its signs with spaces between, or `noRole`.'),
      opensChapter: described(flag, 'Whether it is the first of its chapter.'),
      opensSection: described(flag, 'Whether it is the first of its section.'),
      closesSection: described(flag, 'Whether it is the last of its section.'),
    }),
  ),
});

export type WorkbookView = ViewOf<typeof workbookShape>;
type ActivityView = WorkbookView['activities'][number];

/** A product as workbook templates see it. */
export function viewWorkbook(product: LocalizedProduct, brand: WorkbookBrand): WorkbookView {
  const activities = listActivities(product.sections);
  const counted = countedCodes(product.codes);
  return {
    id: product.id,
    product: product.name,
    language: product.language,
    edition: product.edition,
    updated: product.updated,
    summary: product.summary,
    notes: product.notes,
    links: product.links,
    reference: product.reference,
    annex: product.annex,
    history: viewHistory(product),
    brand: { name: brand.name, legal: brand.legal },
    ...viewStanding(product),
    parties: product.parties.map(({ id, name, short }) => ({ id, name, short })),
    partyNames: product.parties.map(({ name }) => name),
    codes: product.codes.map(viewCode),
    noRole: NO_ROLE,
    counted,
    wideSummary: product.parties.length * counted.length > COLUMNS_ON_UPRIGHT_PAGE,
    accountable: product.codes.find(({ role }) => role === 'accountable')?.sign,
    ...viewOptions(product),
    hasChapters: product.sections.some(({ depth, activities }) => depth > 1 && activities.length > 0),
    hasNotes: activities.some(({ note }) => note !== ''),
    sections: product.sections
      .filter(({ activities }) => activities.length > 0)
      .map((section) => ({ label: labelOf(section) })),
    activityCount: product.activityCount,
    activities,
  };
}

/** A code of the legend, and how it looks. */
export function viewCode({
  sign,
  name,
  meaning,
  filled,
  strong,
}: LocalizedCode): WorkbookView['codes'][number] {
  return { sign, name, meaning, look: filled ? 'filled' : strong ? 'strong' : 'quiet' };
}

function countedCodes(codes: readonly LocalizedCode[]): WorkbookView['counted'] {
  const roles = codes.filter(({ role }) => role === 'accountable' || role === 'responsible');
  const counted = roles.length > 0 ? roles : codes;
  // Who answers comes before who acts.
  return [...counted].sort(
    (one, other) => Number(other.role === 'accountable') - Number(one.role === 'accountable'),
  );
}

function viewOptions({ codes, sections }: LocalizedProduct): Pick<WorkbookView, 'options' | 'example'> {
  const used = sections.flatMap(({ activities }) =>
    activities.flatMap(({ cells }) => cells.map(({ held }) => held)),
  );
  const options = codeOptions(
    codes.map(({ sign }) => sign),
    used,
  );
  return { options: [NO_ROLE, ...options], example: options[0] ?? NO_ROLE };
}

function listActivities(sections: readonly LocalizedSection[]): readonly ActivityView[] {
  const listed: ActivityView[] = [];
  let chapter = '';
  for (const { depth, activities, ...heading } of sections) {
    const section = labelOf(heading);
    if (depth === 1) chapter = section;
    activities.forEach((activity, index) => {
      const { id, clause, text, note, cells } = activity;
      listed.push({
        id,
        clause,
        text,
        note: note?.text ?? '',
        held: cells.map(({ held }) => held.join(' ') || NO_ROLE),
        chapter,
        section,
        opensChapter: listed.at(-1)?.chapter !== chapter,
        opensSection: index === 0,
        closesSection: index === activities.length - 1,
      });
    });
  }
  return listed;
}

function labelOf({ number, title }: Pick<LocalizedSection, 'number' | 'title'>): string {
  return `${number} ${title}`;
}
