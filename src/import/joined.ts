import { type Checked, checked, failed } from '../diagnostics/checked.ts';
import { error } from '../diagnostics/diagnostic.ts';
import type { Flag, FoundCodeSet, FoundMatrix, FoundRow, FoundSection } from './found.ts';

/** The matrix of a product whose pages were read one behind the other. */
export type JoinedMatrix = Pick<
  FoundMatrix,
  'title' | 'updated' | 'parties' | 'codeSet' | 'sections' | 'legend'
> & {
  readonly rows: readonly JoinedRow[];
  /** `row` counts in `rows`. */
  readonly flagged: readonly Flag[];
  /** The pages as they were found, in their order. */
  readonly pages: readonly FoundMatrix[];
};

/** A row, with the page that it stands on. */
export type JoinedRow = FoundRow & { readonly file: string };

/**
 * Joins the pages of one product in the order given. Sections that a later page goes on with are continued. There is
 * no value where the pages do not have the same parties, or codes that could stand in one matrix.
 */
export function joinPages(pages: readonly FoundMatrix[]): Checked<JoinedMatrix> {
  const [first, ...others] = pages;
  if (first === undefined) throw new RangeError('no pages to join');
  const codeSet = joinCodeSets(pages.map((page) => page.codeSet));
  const faults = [
    ...others.filter((page) => !hasSameParties(page, first)).map((page) => otherParties(page, first)),
    ...(codeSet === undefined ? [otherCodes(others.at(-1)!, first)] : []),
  ];
  if (codeSet === undefined || faults.length > 0) return failed(...faults);
  const sections: FoundSection[] = [];
  const rows: JoinedRow[] = [];
  const flagged: Flag[] = [];
  for (const page of pages) {
    const start = rows.length;
    const sectionAt = joinSections(sections, page.sections);
    for (const row of page.rows) {
      const section = row.section === undefined ? undefined : sectionAt[row.section];
      rows.push({ ...row, section, file: page.file });
    }
    for (const flag of page.flagged) flagged.push({ ...flag, row: flag.row + start });
  }
  return checked({
    title: first.title,
    updated: newest(pages),
    parties: first.parties,
    codeSet,
    sections,
    legend: first.legend,
    rows,
    flagged,
    pages,
  });
}

/** Adds the sections of a page to those before it, and says where each of them is now. */
function joinSections(joined: FoundSection[], added: readonly FoundSection[]): number[] {
  const sectionAt: number[] = [];
  for (const section of added) {
    const parent = section.parent === undefined ? undefined : sectionAt[section.parent];
    const known = joined.findIndex(
      (other) => other.parent === parent && other.number === section.number && other.title === section.title,
    );
    if (known < 0) joined.push({ ...section, parent });
    sectionAt.push(known < 0 ? joined.length - 1 : known);
  }
  return sectionAt;
}

function hasSameParties({ parties }: FoundMatrix, first: FoundMatrix): boolean {
  return (
    parties.length === first.parties.length &&
    parties.every(({ name }, i) => name.toLowerCase() === first.parties[i]!.name.toLowerCase())
  );
}

/** The larger of two sets where one holds the other; codes of pages' own side by side. */
function joinCodeSets(sets: readonly FoundCodeSet[]): FoundCodeSet | undefined {
  const named = sets.flatMap((set) => ('name' in set ? [set.name] : []));
  if (named.length === sets.length) {
    const [one, ...rest] = new Set(named.filter((name) => name !== 'RACI'));
    return rest.length > 0 ? undefined : { name: one ?? 'RACI' };
  }
  if (named.length > 0) return undefined;
  const codes = sets.flatMap((set) => ('codes' in set ? set.codes : []));
  return { codes: [...new Map(codes.map((code) => [code.sign, code])).values()] };
}

function newest(pages: readonly FoundMatrix[]): string | undefined {
  const days = pages.map(({ updated }) => updated).filter((day) => day !== undefined);
  return days.sort().at(-1);
}

function otherParties(page: FoundMatrix, first: FoundMatrix) {
  const names = ({ parties }: FoundMatrix) => parties.map(({ name }) => name).join(', ');
  const message = `Its parties are ${names(page)}; those of ${first.file} are ${names(first)}.`;
  return error('import-pages-differ', { file: page.file }, message, {
    hints: ['Pages of one product have the same parties. Import each as a product of its own.'],
  });
}

function otherCodes(page: FoundMatrix, first: FoundMatrix) {
  const message = `Its codes and those of ${first.file} cannot stand in one matrix.`;
  return error('import-pages-differ', { file: page.file }, message, {
    hints: ['Pages of one product have the same codes. Import each as a product of its own.'],
  });
}
