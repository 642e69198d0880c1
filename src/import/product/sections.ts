import { makeId } from '../../catalogue/ids.ts';
import type { SectionEntry } from '../../catalogue/sections.ts';
import { type Diagnostic, warning } from '../../diagnostics/diagnostic.ts';
import { writeCsv } from '../../tables/write.ts';
import { placeOf, quote } from '../findings.ts';
import type { JoinedMatrix } from '../joined.ts';
import { type NumberedSection, settleNumbers } from './numbers.ts';
import { growTree } from './tree.ts';

/** A line of a product's sections.csv. */
export type ImportedSection = {
  readonly key: string;
  /** Empty where it is to be counted. */
  readonly number: string;
  readonly title: string;
};

/** The sections of a product, and the one that each row stands in. */
export type ImportedSections = {
  readonly sections: readonly ImportedSection[];
  /** Key of the section, by the index of the row. */
  readonly keyOf: (row: number) => string;
  /** Sections that could not keep their numbers. */
  readonly diagnostics: readonly Diagnostic[];
};

/** A section that is known already, by its title, or where it has been given a new one by its number. */
export type KnownSection = { readonly key: string; readonly title: string; readonly number?: string };

/**
 * Takes the sections of a page over, with the numbers they were published under. A section has the key of one that is
 * known only where that has its title.
 *
 * @param untitled the title of rows that stand under no heading
 */
export function adoptSections(
  joined: JoinedMatrix,
  known: readonly KnownSection[],
  untitled: string,
): ImportedSections {
  const sections: ImportedSection[] = [];
  const keys = new Map<number, string>();
  const diagnostics: Diagnostic[] = [];
  list(settleNumbers(growTree(joined, untitled)), '');
  return { sections, keyOf: (row) => keys.get(row)!, diagnostics };

  function list(level: readonly NumberedSection[], prefix: string): void {
    const taken = new Set<string>();
    for (const section of level) {
      const part = choosePart(section, prefix, taken, known);
      const key = prefix + part;
      taken.add(part);
      sections.push({ key, number: section.number, title: section.title });
      if (section.lost !== undefined) diagnostics.push(renumbered(joined, section));
      for (const row of section.rows) keys.set(row, key);
      list(section.children, `${key}.`);
    }
  }
}

/** The sections of a dictionary. */
export function knownSections(dictionary: readonly SectionEntry[]): KnownSection[] {
  return dictionary.map(({ key, title }) => ({ key, title: title.source }));
}

/** The last part of a key: that of a known section of this title here, or a new one. */
function choosePart(
  { title, number }: NumberedSection,
  prefix: string,
  taken: ReadonlySet<string>,
  known: readonly KnownSection[],
): string {
  const level = known
    .filter(({ key }) => key.startsWith(prefix) && !key.slice(prefix.length).includes('.'))
    .map((section) => ({ ...section, part: section.key.slice(prefix.length) }));
  const free = level.filter(({ part }) => !taken.has(part));
  const same =
    free.find((section) => section.title === title) ??
    free.find((section) => number !== '' && section.number === number);
  if (same !== undefined) return same.part;
  const fallback = number === '' ? 'section' : `section-${number.replaceAll('.', '-')}`;
  return makeId(title, new Set([...taken, ...level.map(({ part }) => part)]), fallback);
}

/** sections.csv of a product. */
export function writeSections(sections: readonly ImportedSection[]): string {
  return writeCsv(
    ['section', 'number', 'title'],
    sections.map(({ key, number, title }) => [key, number, title]),
  );
}

function renumbered(joined: JoinedMatrix, { lost, number, title, line }: NumberedSection): Diagnostic {
  const { file } = joined.pages[0]!;
  const message = `Section ${quote(title)} has the number ${lost}, which another has too; it is ${number} now.`;
  return warning('import-number', line === undefined ? { file } : placeOf(file, line), message);
}
