import { error } from '../diagnostics/diagnostic.ts';
import type { Place } from '../diagnostics/place.ts';
import { placeOfCell } from './cells.ts';
import type { Reader } from './reader.ts';
import { readTerm, type TermPattern } from './signals/terms.ts';

export const glossaryFile = 'data/glossary.csv';

/** A row of the glossary: a term that a language has, one that it must not have, or both. */
export type GlossaryEntry = {
  /** The language of `use` and `avoid`. */
  readonly language: string;
  /** A term of the language of the workspace, whose translations have `use`; absent where it speaks of one language. */
  readonly term: TermPattern | undefined;
  readonly use: TermPattern | undefined;
  readonly avoid: TermPattern | undefined;
  readonly place: Place;
};

const columns = { required: ['language'], optional: ['term', 'use', 'avoid'] };

/** Reads `language,term,use,avoid`; none where there is no such file. */
export function readGlossary(reader: Reader, language: string): GlossaryEntry[] {
  const table = reader.table(glossaryFile, language, {}, columns);
  return (table?.rows ?? []).flatMap((row) => {
    const cell = row.cell('language') ?? table!.header[0]!;
    const [term, use, avoid] = ['term', 'use', 'avoid'].map((name) => readTerm(row.cell(name)?.text ?? ''));
    const place = placeOfCell(table!.file, cell);
    const says = avoid !== undefined || (term !== undefined && use !== undefined);
    if (says && cell.text !== '') return [{ language: cell.text, term, use, avoid, place }];
    reader.report(
      error('glossary-row', place, 'The row says nothing that could be held against a text.', {
        hints: ['Write a language, and with it a word to avoid, or a term and the words to use for it.'],
      }),
    );
    return [];
  });
}
