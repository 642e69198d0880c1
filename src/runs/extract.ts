import { type Checked, checked, failed } from '../diagnostics/checked.ts';
import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { writeEditionCsv } from '../edition/csv.ts';
import type { Edition } from '../edition/edition.ts';
import { readInLanguage } from '../edition/in-language.ts';
import { writeEdition } from '../edition/write.ts';
import { readCarriedEdition } from '../proof/carried.ts';
import { readPublished } from '../readers/read.ts';

/** The edition that a document carries, and the language of the document itself. */
export type Extracted = { readonly edition: Edition; readonly language: string };

/** A document in memory; findings name its path. */
export type PublishedFile = { readonly path: string; readonly bytes: Uint8Array };

/**
 * Reads the edition out of an annex or a workbook, or that of a product out of a pack. One that was altered is an error with
 * a value.
 */
export async function extractEdition(
  { path, bytes }: PublishedFile,
  product?: string,
): Promise<Checked<Extracted, LocatedDiagnostic>> {
  const published = await readPublished(bytes, path);
  if (published.value === undefined) return failed(...located(published.diagnostics));
  const carried = readCarriedEdition(published.value, path, product);
  const edition = carried.value;
  const diagnostics = located(carried.diagnostics);
  if (edition === undefined) return failed(...diagnostics);
  return checked({ edition, language: published.value.language ?? edition.language }, diagnostics);
}

/**
 * The edition that a document carries as text: all of it as JSON, or its matrix as CSV in a language, the document's
 * own where none is named. There is no value where the edition does not have the language.
 */
export async function extractText(
  file: PublishedFile,
  wanted: {
    readonly as: 'csv' | 'json';
    readonly language?: string | undefined;
    readonly product?: string | undefined;
  },
): Promise<Checked<string, LocatedDiagnostic>> {
  const { value, diagnostics } = await extractEdition(file, wanted.product);
  if (value === undefined) return failed(...diagnostics);
  const { edition, language } = value;
  if (wanted.as === 'json') return checked(writeEdition(edition), diagnostics);
  const read = readInLanguage(edition, wanted.language ?? language);
  if (read !== undefined) return checked(writeEditionCsv(read), diagnostics);
  const missing = `The edition has no complete text in '${wanted.language ?? language}'.`;
  const hints = [`It was made in ${edition.languages.join(', ')}.`];
  return failed(
    ...diagnostics,
    ...located([error('edition-language', { file: file.path }, missing, { hints })]),
  );
}

/** A published file has no lines to point at: it is the place itself. */
function located(diagnostics: readonly Diagnostic[]): LocatedDiagnostic[] {
  return diagnostics.map(({ place, also, ...finding }) => ({ ...finding, place: { file: place.file } }));
}
