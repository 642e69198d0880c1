import { sectionsFile } from '../catalogue/assemble.ts';
import { makeId } from '../catalogue/ids.ts';
import type { Reader } from '../catalogue/reader.ts';
import { keyPattern, type SectionEntry } from '../catalogue/sections.ts';
import { appendRows } from '../tables/append.ts';
import { writeCsv } from '../tables/write.ts';
import type { Change } from './change.ts';

/** A section that the dictionary lacks. */
export type NewSection = { readonly key: string; readonly title: string };

/** The key of a section, and what has to be added to the dictionary so that it is known: itself, and those above it. */
type FoundSection = { readonly key: string; readonly missing: readonly NewSection[] };

/**
 * Finds the section that a cell means: by its key, by its title, or else a new one. An empty cell means the first
 * section that holds no others.
 */
export function sectionFor(written: string, dictionary: readonly SectionEntry[]): FoundSection {
  if (written === '') return firstSection(dictionary);
  const titled = dictionary.find((entry) => entry.title.source === written);
  if (titled !== undefined) return { key: titled.key, missing: [] };
  if (keyPattern.test(written)) return { key: written, missing: missingLevels(written, dictionary) };
  const title = written.replace(/^[\d.]+\s+/, '');
  const key = makeId(title, new Set(), 'section');
  const isKnown = dictionary.some((entry) => entry.key === key);
  return { key, missing: isKnown ? [] : [{ key, title }] };
}

function firstSection(dictionary: readonly SectionEntry[]): FoundSection {
  const leaf = dictionary.find(({ key }) => !dictionary.some((other) => other.key.startsWith(`${key}.`)));
  if (leaf !== undefined) return { key: leaf.key, missing: [] };
  return { key: 'general', missing: [{ key: 'general', title: 'General' }] };
}

function missingLevels(key: string, dictionary: readonly SectionEntry[]): NewSection[] {
  const parts = key.split('.');
  return parts
    .map((part, depth) => ({ key: parts.slice(0, depth + 1).join('.'), title: titleFrom(part) }))
    .filter((level) => !dictionary.some((entry) => entry.key === level.key));
}

/** `day-to-day` is Day to day. */
function titleFrom(part: string): string {
  const words = part.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Adds sections at the end of the dictionary and touches no other byte of it. */
export function addSections(reader: Reader, sections: readonly NewSection[]): Change {
  if (sections.length === 0) return {};
  const source = reader.workspace.read(sectionsFile);
  const table = reader.tables.get(sectionsFile);
  if (source === undefined || table === undefined) {
    const rows = sections.map(({ key, title }) => [key, title]);
    return { [sectionsFile]: writeCsv(['section', 'title'], rows) };
  }
  const rows = sections.map(({ key, title }) => ({ section: key, title }));
  const appended = appendRows(source.bytes, table, rows);
  reader.report(...appended.diagnostics);
  return appended.value === undefined ? {} : { [sectionsFile]: appended.value };
}
