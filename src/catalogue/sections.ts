import { type Diagnostic, error, type Scope } from '../diagnostics/diagnostic.ts';
import type { Place } from '../diagnostics/place.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Cell, Table } from '../tables/table.ts';
import { placeOfCell } from './cells.ts';
import type { Activity, Section, Text } from './model.ts';

/** One line of a sections file. */
export type SectionEntry = {
  readonly key: string;
  /** A number kept as published; absent where it is to be counted. */
  readonly number: string | undefined;
  readonly title: Text;
  /** Where the section and its number are listed. */
  readonly place: Place;
};

/** What the key of a section looks like: `usage.operations.access`. */
export const keyPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*){0,5}$/;
const numberPattern = /^\d+(?:\.\d+){0,5}$/;

/**
 * Reads a sections file: the shared dictionary (`section,title`) or a product's own (`section,number,title`), whose
 * empty titles come from the dictionary. The order of the file is the order of the sections.
 */
export function readSections(
  table: Table,
  language: string,
  dictionary: readonly SectionEntry[],
  scope: Scope,
): { entries: SectionEntry[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const entries: SectionEntry[] = [];
  const seen = new Map<string, Cell>();
  for (const row of table.rows) {
    const key = row.cell('section');
    if (key === undefined) continue;
    const place = placeOfCell(table.file, key);
    if (!keyPattern.test(key.text)) {
      diagnostics.push(
        error('section-key', place, `Section key '${key.text}' is not a dotted slug.`, {
          hints: [
            'Write small letters, digits and hyphens, levels parted by dots, such as usage.operations.access.',
          ],
          scope,
        }),
      );
      continue;
    }
    const earlier = seen.get(key.text);
    if (earlier !== undefined) {
      diagnostics.push(
        error('section-duplicate', place, `Section '${key.text}' stands in this file twice.`, {
          hints: ['Remove one of the two.'],
          also: placeOfCell(table.file, earlier),
          scope,
        }),
      );
      continue;
    }
    seen.set(key.text, key);
    const title = row.cell('title');
    const shared = dictionary.find((entry) => entry.key === key.text);
    if ((title === undefined || title.text === '') && shared === undefined) {
      diagnostics.push(
        error('section-title-missing', place, `Section '${key.text}' has no title.`, {
          hints: ['Write a title here, or add the section to data/sections.csv.'],
          scope,
        }),
      );
      continue;
    }
    const number = row.cell('number');
    if (number !== undefined && number.text !== '' && !numberPattern.test(number.text)) {
      diagnostics.push(
        error(
          'section-number',
          placeOfCell(table.file, number),
          `Section number '${number.text}' is not a number.`,
          {
            hints: [
              'Write digits parted by dots, such as 3.1.2, or leave the cell empty to have it counted.',
            ],
            scope,
          },
        ),
      );
    }
    entries.push({
      key: key.text,
      place: placeOfCell(table.file, number === undefined || number.text === '' ? key : number),
      number: number !== undefined && numberPattern.test(number.text) ? number.text : undefined,
      title:
        title === undefined || title.text === ''
          ? shared!.title
          : { id: key.text, source: title.text, language, place: placeOfCell(table.file, title) },
    });
  }
  return { entries, diagnostics };
}

/** A section being built: the tree is known before its numbers are. */
type Branch = { entry: SectionEntry; depth: number; children: Branch[]; activities: Unnumbered[] };

/** An activity whose clause is not known yet. */
export type Unnumbered = Omit<Activity, 'clause'>;

/**
 * Builds the numbered tree of the sections that hold activities, and the sections above those. Sections are counted
 * in the order of the entries unless they keep a published number; a clause is the section's number and the
 * activity's position there. Where a section holds both, its sections are counted on from its activities, so that
 * no clause and no section share a number.
 */
export function numberSections(
  entries: readonly SectionEntry[],
  activities: readonly Unnumbered[],
  scope: Scope,
): { sections: Section[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const owners = new Map<string, string>();
  const sections = numberLevel(growBranches(entries, activities), '', 0);
  return { sections, diagnostics };

  function numberLevel(level: readonly Branch[], prefix: string, countedBefore: number): Section[] {
    let last = countedBefore;
    return level.map((branch) => {
      const number = branch.entry.number ?? `${prefix}${last + 1}`;
      last = Number(number.split('.').at(-1));
      claim(number, branch);
      const numbered = branch.activities.map((activity, i) => withClause(activity, `${number}.${i + 1}`));
      if (branch.children.length > 0) for (const activity of numbered) claim(activity.clause, branch);
      return {
        key: branch.entry.key,
        number,
        title: branch.entry.title,
        place: branch.entry.place,
        depth: branch.depth,
        children: numberLevel(branch.children, `${number}.`, numbered.length),
        activities: numbered,
      };
    });
  }

  function claim(number: string, branch: Branch): void {
    const owner = owners.get(number);
    if (owner === undefined) {
      owners.set(number, branch.entry.key);
      return;
    }
    diagnostics.push(
      error(
        'section-number-duplicate',
        branch.entry.place,
        `The number ${number} is given twice, under '${owner}' and under '${branch.entry.key}'.`,
        { hints: ['Give each section its own number, or leave numbers empty to have them counted.'], scope },
      ),
    );
  }
}

/** Member by member: a copy of an object that is given one member more takes V8 three times the memory. */
function withClause(activity: Unnumbered, clause: string): Activity {
  const { id, section, text, note, codes, readable, extras, place } = activity;
  return { id, clause, section, text, note, codes, readable, extras, place };
}

function growBranches(entries: readonly SectionEntry[], activities: readonly Unnumbered[]): Branch[] {
  const branches = new Map<string, Branch>();
  for (const entry of entries) branches.set(entry.key, { entry, depth: 1, children: [], activities: [] });
  for (const activity of activities) branches.get(activity.section)?.activities.push(activity);
  const roots: Branch[] = [];
  for (const branch of branches.values()) {
    const parent = nearestListed(branch.entry.key, branches);
    if (parent === undefined) roots.push(branch);
    else parent.children.push(branch);
  }
  return prune(roots, 1);
}

/** The branch of the closest section above that a sections file lists. */
function nearestListed(key: string, branches: ReadonlyMap<string, Branch>): Branch | undefined {
  const parts = key.split('.');
  for (let length = parts.length - 1; length > 0; length--) {
    const above = branches.get(parts.slice(0, length).join('.'));
    if (above !== undefined) return above;
  }
  return undefined;
}

/** Leaves out what holds no activities, neither itself nor below, and sets the depth of the rest. */
function prune(branches: readonly Branch[], depth: number): Branch[] {
  return branches
    .map((branch) => ({ ...branch, depth, children: prune(branch.children, depth + 1) }))
    .filter((branch) => branch.activities.length > 0 || branch.children.length > 0);
}

/** The finding for a section that no sections file knows. */
export function unknownSection(
  key: string,
  place: Place,
  entries: readonly SectionEntry[],
  scope: Scope,
): Diagnostic {
  return error(
    'section-unknown',
    place,
    key === '' ? 'The row names no section.' : `Section '${key}' is not known.`,
    {
      hints: [
        ...(key === ''
          ? []
          : didYouMean(
              key,
              entries.map((entry) => entry.key),
            )),
        'Sections are listed in data/sections.csv or in the product’s own sections.csv.',
      ],
      scope,
    },
  );
}

/** All sections of a tree, parents before their children. */
export function flattenSections(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...flattenSections(section.children)]);
}
